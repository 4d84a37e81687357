/**
 * The pictures in the HTML of articles, found by reading tag after tag, and which of them are of other hosts.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.html;

import org.jspecify.annotations.NullMarked;
