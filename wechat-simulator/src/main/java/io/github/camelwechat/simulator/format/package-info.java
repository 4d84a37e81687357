/**
 * The formats of media, told from their bytes, and how long voices play.
 * <p>
 * {@link io.github.camelwechat.simulator.format.Format} is what tests meet; the rest is internal to the simulator: not
 * API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.format;

import org.jspecify.annotations.NullMarked;
