/**
 * What accounts have stored: materials, news, drafts and temporary media, in a folder or until the simulator ends.
 * <p>
 * What writes into a library at an upload is internal to the simulator: not API, and free to change. Tests read, and
 * change what {@link io.github.camelwechat.simulator.library.Library} says that they may.
 */
@NullMarked
package io.github.camelwechat.simulator.library;

import org.jspecify.annotations.NullMarked;
