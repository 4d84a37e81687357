/**
 * Texts under keys that survive a restart, without a meaning, changed only by those who have seen what they change.
 * Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.store;

import org.jspecify.annotations.NullMarked;
