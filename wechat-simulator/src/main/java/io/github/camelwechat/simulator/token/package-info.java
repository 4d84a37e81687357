/**
 * The access tokens of all accounts, and how they end.
 * <p>
 * {@link io.github.camelwechat.simulator.token.App} and {@link io.github.camelwechat.simulator.token.IssuedToken}, and
 * what the token interfaces ask of {@link io.github.camelwechat.simulator.token.Tokens}, are internal to the simulator:
 * not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.token;

import org.jspecify.annotations.NullMarked;
