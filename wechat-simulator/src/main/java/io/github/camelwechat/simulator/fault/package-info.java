/**
 * What goes wrong on command: faults, latency, and gates that hold answers back.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.fault;

import org.jspecify.annotations.NullMarked;
