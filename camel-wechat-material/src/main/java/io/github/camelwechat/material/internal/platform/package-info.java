/**
 * Third-party platforms: the pushes that WeChat sends them. Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.platform;

import org.jspecify.annotations.NullMarked;
