/**
 * What goes back to the client: replies, refusals with their texts, and the JSON that they are written in.
 * <p>
 * Internal to the simulator: public only because its other packages use it, not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.answer;

import org.jspecify.annotations.NullMarked;
