/**
 * The simulated time, and the days of the service, which are those of Beijing.
 */
@NullMarked
package io.github.camelwechat.simulator.time;

import org.jspecify.annotations.NullMarked;
