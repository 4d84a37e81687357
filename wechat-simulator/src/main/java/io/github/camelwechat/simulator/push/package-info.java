/**
 * Events on their way to the callback URL of a third-party platform: encrypted, signed, sent, repeated.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.push;

import org.jspecify.annotations.NullMarked;
