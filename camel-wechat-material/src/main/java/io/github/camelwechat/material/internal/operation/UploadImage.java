package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.MediaRequest;

/** Uploads a picture for the inside of articles; it does not get into the library. Thread-safe. */
public final class UploadImage {

    private final MediaPreparer preparer;
    private final MaterialClient client;

    public UploadImage(MediaPreparer preparer, MaterialClient client) {
        this.preparer = preparer;
        this.client = client;
    }

    /**
     * Spools and checks the body in the caller's thread, then hands the request on without waiting.
     *
     * @throws io.github.camelwechat.material.error.WechatMaterialException when nothing was handed on
     */
    public Running start(MediaRequest request) {
        Media media = preparer.prepare(request);
        return Upload.start(media, () -> client.uploadImage(media), result -> new Outcome.Result(result, null, result.url()));
    }
}
