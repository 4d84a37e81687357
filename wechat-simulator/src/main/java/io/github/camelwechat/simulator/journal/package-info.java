/**
 * What was asked of the simulator and what it answered.
 * <p>
 * {@link io.github.camelwechat.simulator.journal.Head}, {@link io.github.camelwechat.simulator.journal.OpenEntry} and
 * {@link io.github.camelwechat.simulator.journal.Journal#arrived} are internal to the simulator: not API, and free to
 * change.
 */
@NullMarked
package io.github.camelwechat.simulator.journal;

import org.jspecify.annotations.NullMarked;
