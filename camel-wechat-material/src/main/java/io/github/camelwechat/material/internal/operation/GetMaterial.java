package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.internal.client.GetMaterialAnswer;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.internal.media.SpoolFolder;

/** Fetches a material: the bytes of a picture, voice or thumb, the description of a video or news. Thread-safe. */
public final class GetMaterial {

    private final SpoolFolder folder;
    private final MaterialClient client;

    public GetMaterial(SpoolFolder folder, MaterialClient client) {
        this.folder = folder;
        this.client = client;
    }

    /**
     * Hands the request on without waiting. The answer is spooled whole before the outcome is there.
     *
     * @throws io.github.camelwechat.material.error.WechatMaterialException when nothing was handed on
     */
    public Running start(String mediaId) {
        // here, and not when the first bytes come, on an I/O thread
        folder.prepare("getMaterial");
        return Running.of(client.getMaterial(mediaId, () -> new Download(folder)), GetMaterial::outcome);
    }

    private static Outcome outcome(GetMaterialAnswer answer) {
        if (answer instanceof GetMaterialAnswer.File file) {
            return new Outcome.Fetched(file.download(), file.fileName(), file.contentType());
        }
        return new Outcome.Result(((GetMaterialAnswer.Description) answer).result());
    }
}
