/**
 * What accounts have stored: materials, news, drafts and temporary media, in a folder or until the simulator ends.
 * <p>
 * What is called internal here is public for the simulator's own packages: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.library;

import org.jspecify.annotations.NullMarked;
