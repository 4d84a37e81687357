package io.github.camelwechat.material.result;

import org.jspecify.annotations.Nullable;

/**
 * A video, of {@code getMaterial}.
 *
 * @param title       null if WeChat names none
 * @param description the introduction of the upload; may be empty, null if WeChat names none
 * @param downUrl     where the bytes are, never null. It is signed and lives for a short time: fetch it at once, do not
 *                    store it
 */
public record VideoMaterial(@Nullable String title, @Nullable String description,
        String downUrl) implements WechatMaterialResult {
}
