/**
 * What accounts have stored: materials, news, drafts and temporary media, in a folder or until the simulator ends.
 * <p>
 * {@link io.github.camelwechat.simulator.library.Libraries}, {@link io.github.camelwechat.simulator.library.Spool},
 * {@link io.github.camelwechat.simulator.library.NewMaterial},
 * {@link io.github.camelwechat.simulator.library.Deletion},
 * {@link io.github.camelwechat.simulator.library.FolderInUseException} and
 * {@link io.github.camelwechat.simulator.library.LibraryFullException}, and what uploads and calls do to a library or a
 * draft box, are internal to the simulator: not API, and free to change.
 */
@NullMarked
package io.github.camelwechat.simulator.library;

import org.jspecify.annotations.NullMarked;
