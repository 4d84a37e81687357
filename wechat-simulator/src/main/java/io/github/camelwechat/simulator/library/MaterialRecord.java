package io.github.camelwechat.simulator.library;

import io.github.camelwechat.simulator.format.Format;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a material, as it is written beside its bytes.
 *
 * @param sequence   counts the uploads of the account: decides where two have the same second
 * @param updateTime Unix time in seconds
 */
record MaterialRecord(
        long sequence,
        String mediaId,
        MaterialType type,
        String name,
        @Nullable String title,
        @Nullable String introduction,
        Format format,
        @Nullable String picturePath,
        long size,
        String sha256,
        long updateTime) {
}
