package io.github.camelwechat.material.result;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A material in a list. What WeChat leaves out is null.
 *
 * @param mediaId     the id in the library, never null
 * @param name        the file name as it was uploaded, maybe with a path: never use it as a file's name as it is. Null
 *                    for news
 * @param updateTime  seconds since 1970 (UTC)
 * @param url         of a picture, on some accounts of a voice or video
 * @param description of a video
 * @param coverUrl    of a video
 * @param content     the articles, for news only
 */
public record MaterialItem(
        String mediaId, @Nullable String name, long updateTime, @Nullable String url, @Nullable String description,
        @Nullable String coverUrl, @Nullable NewsMaterial content) implements WechatMaterialResult {

    public MaterialItem {
        Objects.requireNonNull(mediaId, "a material has a media_id");
    }
}
