/**
 * What was asked of the simulator and what it answered.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.journal;

import org.jspecify.annotations.NullMarked;
