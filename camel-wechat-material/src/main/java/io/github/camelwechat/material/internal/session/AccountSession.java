package io.github.camelwechat.material.internal.session;

import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.client.DraftClient;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.inflight.Bounds;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.internal.token.AccessTokens;

/**
 * Parts that the endpoints of one account share while the component runs. Immutable; its parts are thread-safe.
 *
 * @param settings    of the account
 * @param bounds      of its exchanges
 * @param tokens      of the account
 * @param client      calls the interfaces of material
 * @param drafts      calls the interfaces of drafts
 * @param preparer    makes bodies ready to be sent
 * @param spoolFolder for what is fetched
 * @param deadline    over an operation: the requestTimeout
 * @param reporter    tells of calls and operations
 * @param runtime     of the component
 */
public record AccountSession(
        EndpointSettings settings, Bounds bounds, AccessTokens tokens, MaterialClient client, DraftClient drafts,
        MediaPreparer preparer, SpoolFolder spoolFolder, Deadline deadline, CallReporter reporter, ComponentRuntime runtime) {

    /** Returns whether the component has not begun to stop. */
    public boolean isOpen() {
        return runtime.isOpen();
    }
}
