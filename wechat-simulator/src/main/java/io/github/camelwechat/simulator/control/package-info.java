/**
 * The control API: what the Java API can do, by HTTP.
 * <p>
 * Internal to the simulator: public only because its other packages use it, not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.control;

import org.jspecify.annotations.NullMarked;
