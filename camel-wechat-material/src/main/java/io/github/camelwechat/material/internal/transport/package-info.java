/**
 * One asynchronous HTTP exchange with WeChat: the engine, an account's permits, JSON in and out, answers that are
 * errors. Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.transport;

import org.jspecify.annotations.NullMarked;
