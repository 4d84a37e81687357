/**
 * Health checks of accounts, and of the component as a whole. Nothing here is loaded that needs camel-health where that
 * is absent. Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.health;

import org.jspecify.annotations.NullMarked;
