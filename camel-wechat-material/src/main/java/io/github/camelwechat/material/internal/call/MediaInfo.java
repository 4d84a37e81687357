package io.github.camelwechat.material.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * Material of a call, as listeners are told of it.
 *
 * @param fileName as it is sent; null for none
 * @param type     of the material, by WeChat's name; null for none
 * @param bytes    to be sent; 0 for none
 */
public record MediaInfo(@Nullable String fileName, @Nullable String type, long bytes) {

    /** Of a call without material. */
    public static final MediaInfo NONE = new MediaInfo(null, null, 0);
}
