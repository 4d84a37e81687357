/**
 * What accounts may do, how often and from where, and what can be switched for all of them.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.rule;

import org.jspecify.annotations.NullMarked;
