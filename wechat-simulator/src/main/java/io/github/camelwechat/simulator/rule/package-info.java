/**
 * What accounts may do, how often and from where, and what can be switched for all of them.
 * <p>
 * {@link io.github.camelwechat.simulator.rule.Accounts}, {@link io.github.camelwechat.simulator.rule.Account#admit},
 * {@link io.github.camelwechat.simulator.rule.Account#requireTokensFor},
 * {@link io.github.camelwechat.simulator.rule.Switches#listedName} and
 * {@link io.github.camelwechat.simulator.rule.Switches#isListed} are internal to the simulator: not API, and free to
 * change.
 */
@NullMarked
package io.github.camelwechat.simulator.rule;

import org.jspecify.annotations.NullMarked;
