/**
 * The form of an upload, read as strictly as the service reads it.
 * <p>
 * Internal to the simulator: public only because its other packages use it, not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.multipart;

import org.jspecify.annotations.NullMarked;
