/**
 * What accounts may do, how often and from where, and what can be switched for all of them.
 */
@NullMarked
package io.github.camelwechat.simulator.rule;

import org.jspecify.annotations.NullMarked;
