/**
 * The formats of media, told from their bytes, and how long voices play.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.format;

import org.jspecify.annotations.NullMarked;
