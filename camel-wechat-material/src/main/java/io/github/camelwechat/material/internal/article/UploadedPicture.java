package io.github.camelwechat.material.internal.article;

import org.jspecify.annotations.Nullable;

/**
 * Picture that WeChat has.
 *
 * @param url     for articles
 * @param mediaId in the library; null if it is not there
 * @param type    jpeg, png or gif
 * @param width   in pixels; 0 if unknown
 * @param height  in pixels; 0 if unknown
 * @param bytes   of the picture
 */
record UploadedPicture(String url, @Nullable String mediaId, String type, int width, int height, long bytes) {

    PictureChange.Replace change() {
        return new PictureChange.Replace(url, type, width, height);
    }
}
