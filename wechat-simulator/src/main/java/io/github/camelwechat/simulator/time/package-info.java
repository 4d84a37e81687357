/**
 * The simulated time, and the days of the service, which are those of Beijing.
 * <p>
 * {@link io.github.camelwechat.simulator.time.Beijing} is internal to the simulator: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.time;

import org.jspecify.annotations.NullMarked;
