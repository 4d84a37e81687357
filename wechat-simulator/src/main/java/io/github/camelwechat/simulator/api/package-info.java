/**
 * The interfaces of the API: each takes a request in, checks it in the order in which WeChat does, and answers.
 * <p>
 * Internal to the simulator: public only because its other packages use it, not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.api;

import org.jspecify.annotations.NullMarked;
