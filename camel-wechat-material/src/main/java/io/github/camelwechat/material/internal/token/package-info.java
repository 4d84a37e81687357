/**
 * Sources of access tokens, one class per way of calling, and the cache in front of them. Internal: not part of the
 * public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.token;

import org.jspecify.annotations.NullMarked;
