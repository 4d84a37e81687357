/**
 * The simulated time, and the days of the service, which are those of Beijing.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.time;

import org.jspecify.annotations.NullMarked;
