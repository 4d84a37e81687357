/**
 * Pictures of other hosts, fetched with limits of address, size, time, redirects and number. Nothing else of the
 * component fetches an address that a message names. Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.fetch;

import org.jspecify.annotations.NullMarked;
