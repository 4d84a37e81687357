/**
 * The cloud hosting of WeChat: its open interface service, which calls without a token, and its WeChat token.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.cloud;

import org.jspecify.annotations.NullMarked;
