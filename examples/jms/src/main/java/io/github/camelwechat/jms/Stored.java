package io.github.camelwechat.jms;

import io.github.camelwechat.material.WechatMaterialConstants;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What WeChat has answered to an upload.
 *
 * @param mediaId of the material
 * @param url     of a picture; null for all else
 */
record Stored(String mediaId, @Nullable String url) {

    /** {@return what the headers of a message say, where the upload has put it} */
    static Stored of(Message message) {
        return new Stored(
                message.getHeader(WechatMaterialConstants.MEDIA_ID, String.class),
                message.getHeader(WechatMaterialConstants.URL, String.class));
    }

    /** Puts it where the upload would. */
    void writeTo(Message message) {
        message.setHeader(WechatMaterialConstants.MEDIA_ID, mediaId);
        message.setHeader(WechatMaterialConstants.URL, url);
    }
}
