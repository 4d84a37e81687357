package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.client.VideoDescription;
import io.github.camelwechat.material.internal.media.MaterialType;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import org.jspecify.annotations.Nullable;

/** Puts a file into the permanent library. Thread-safe. */
public final class AddMaterial {

    private final MediaPreparer preparer;
    private final MaterialClient client;

    public AddMaterial(MediaPreparer preparer, MaterialClient client) {
        this.preparer = preparer;
        this.client = client;
    }

    /**
     * Spools and checks the body in the caller's thread, then hands the request on without waiting.
     *
     * @throws io.github.camelwechat.material.error.WechatMaterialException when nothing was handed on
     */
    public Running start(AddMaterialRequest request) {
        Media media = preparer.prepare(request.media());
        return Upload.start(
                media, () -> client.addMaterial(media, description(media, request)),
                result -> new Outcome.Result(result, result.mediaId(), result.url()));
    }

    private static @Nullable VideoDescription description(Media media, AddMaterialRequest request) {
        if (!media.rule().equals(MaterialType.VIDEO.rule())) {
            return null;
        }
        String title = request.title() != null ? request.title() : baseName(media.fileName());
        return new VideoDescription(title, request.introduction() != null ? request.introduction() : "");
    }

    private static String baseName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
