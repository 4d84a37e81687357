package io.github.camelwechat.jms;

import org.jspecify.annotations.Nullable;

/**
 * What WeChat has answered to an upload.
 *
 * @param mediaId of the material
 * @param url     of a picture; null for all else
 */
record Stored(String mediaId, @Nullable String url) {
}
