package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.internal.media.MediaRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a message asks {@code addMaterial} for.
 *
 * @param media        what to upload
 * @param title        of a video; null for the file's name
 * @param introduction of a video; null for none
 */
public record AddMaterialRequest(
        MediaRequest media, @Nullable String title, @Nullable String introduction) {
}
