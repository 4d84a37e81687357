/**
 * Operations that a message can ask for: one class each, which reads its message and begins a call of its outcome.
 * Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.operation;

import org.jspecify.annotations.NullMarked;
