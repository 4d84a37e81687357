/**
 * Resources of a running component: for each account its settings, HTTP engine, client, tokens, slots and permits.
 * Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.session;

import org.jspecify.annotations.NullMarked;
