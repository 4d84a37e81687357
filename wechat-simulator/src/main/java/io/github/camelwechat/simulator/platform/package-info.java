/**
 * Third-party platforms: tickets, component tokens, and what merchants have granted.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.platform;

import org.jspecify.annotations.NullMarked;
