/**
 * What goes wrong on command: faults, latency, and gates that hold answers back.
 * <p>
 * {@link io.github.camelwechat.simulator.fault.FaultPlan}, {@link io.github.camelwechat.simulator.fault.Faults#plan}
 * and {@link io.github.camelwechat.simulator.fault.Gate#pass} are internal to the simulator: not API, and free to
 * change.
 */
@NullMarked
package io.github.camelwechat.simulator.fault;

import org.jspecify.annotations.NullMarked;
