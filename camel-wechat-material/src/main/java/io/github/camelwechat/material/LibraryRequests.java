package io.github.camelwechat.material;

import java.util.Locale;
import java.util.Set;

import io.github.camelwechat.material.internal.media.VisibleText;
import io.github.camelwechat.material.internal.operation.BatchGetMaterialRequest;
import io.github.camelwechat.material.internal.operation.TextHeaders;
import org.apache.camel.Message;

/** Reads what a message asks of the library: which material, or which page of the list. */
final class LibraryRequests {

    private static final int MOST = 20;
    private static final Set<String> LISTED = Set.of("image", "voice", "video", "news");

    private LibraryRequests() {
    }

    /** @throws IllegalArgumentException if the header is missing */
    static String mediaId(WechatMaterialOperations operation, Message message) {
        String mediaId = new TextHeaders(message).word(WechatMaterialConstants.MEDIA_ID);
        if (mediaId == null) {
            throw new IllegalArgumentException(
                    operation + " needs the header " + WechatMaterialConstants.MEDIA_ID + " with the media_id of a material");
        }
        return mediaId;
    }

    /**
     * @param  type                     as the header or the endpoint says
     * @throws IllegalArgumentException if WeChat has no such list or page
     */
    static BatchGetMaterialRequest page(String type, Message message) {
        String wireName = type.toLowerCase(Locale.ROOT);
        if (!LISTED.contains(wireName)) {
            throw new IllegalArgumentException(
                    "batchGetMaterial lists one type: set type, or the header " + WechatMaterialConstants.TYPE
                                               + ", to image, voice, video or news, not to '" + VisibleText.excerpt(type) + "'"
                                               + (wireName.equals("thumb") ? "; thumbs are listed among the images" : ""));
        }
        return new BatchGetMaterialRequest(
                wireName, number(message, WechatMaterialConstants.OFFSET, 0, 0, Integer.MAX_VALUE),
                number(message, WechatMaterialConstants.COUNT, MOST, 1, MOST));
    }

    private static int number(Message message, String header, int otherwise, int least, int most) {
        String value = new TextHeaders(message).word(header);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw TextHeaders.unfit(header, value, "a whole number from " + least + " to " + most);
    }
}
