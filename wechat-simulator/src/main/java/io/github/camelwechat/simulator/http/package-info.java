/**
 * The way of a request through Jetty, and of its answer back, spoilt or not.
 * <p>
 * Internal to the simulator: public only because its other packages use it, not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.http;

import org.jspecify.annotations.NullMarked;
