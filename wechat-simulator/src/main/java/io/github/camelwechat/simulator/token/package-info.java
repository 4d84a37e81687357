/**
 * The access tokens of all accounts, and how they end.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.token;

import org.jspecify.annotations.NullMarked;
