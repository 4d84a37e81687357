/**
 * One HTTP request to WeChat and its answer: the engine, the authorization, JSON in and out, answers that are errors.
 * Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.transport;

import org.jspecify.annotations.NullMarked;
