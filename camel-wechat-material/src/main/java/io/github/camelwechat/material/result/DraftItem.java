package io.github.camelwechat.material.result;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A draft in a list.
 *
 * @param mediaId    the id in the draft box, never null
 * @param content    the articles; without their content where the list was asked for without
 * @param updateTime seconds since 1970 (UTC)
 */
public record DraftItem(String mediaId, @Nullable Draft content, long updateTime) implements WechatMaterialResult {

    public DraftItem {
        Objects.requireNonNull(mediaId, "a draft has a media_id");
    }
}
