/**
 * WeChat's material API as asynchronous Java calls: one method per interface, requests and answers as records,
 * multipart framing. Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.client;

import org.jspecify.annotations.NullMarked;
