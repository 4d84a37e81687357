/**
 * The access tokens of all accounts, and how they end.
 */
@NullMarked
package io.github.camelwechat.simulator.token;

import org.jspecify.annotations.NullMarked;
