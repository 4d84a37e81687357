package io.github.camelwechat.material.result;

import org.jspecify.annotations.Nullable;

/**
 * The new material, of {@code addMaterial}.
 *
 * @param mediaId the id in the library, never null
 * @param url     where the picture can be fetched from within Tencent's domains; null for voice, video and thumb
 */
public record AddMaterialResult(String mediaId, @Nullable String url) implements WechatMaterialResult {
}
