package io.github.camelwechat.material.internal.operation;

import java.util.List;
import java.util.Locale;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.media.MaterialType;
import io.github.camelwechat.material.internal.media.UploadRule;
import io.github.camelwechat.material.internal.media.VisibleText;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Options of an endpoint, used where a message has no header for them.
 *
 * @param operation           to begin
 * @param type                of the material, or {@code auto}
 * @param title               of a video; null for the name of the file
 * @param introduction        of a video; null for none
 * @param fileName            null for the one of the feed
 * @param validate            whether size, format and play time are checked
 * @param allowDeleteByHeader whether a header may ask for {@code delMaterial} or {@code deleteDraft}
 */
public record EndpointOptions(
        WechatMaterialOperations operation, String type, @Nullable String title, @Nullable String introduction,
        @Nullable String fileName, boolean validate, boolean allowDeleteByHeader) {

    private static final String AUTO = "auto";
    private static final String NEWS = "news";
    private static final List<String> LISTABLE_TYPES = List.of("image", "voice", "video", NEWS);

    /**
     * Checks the type.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public void requireType() {
        if (!NEWS.equalsIgnoreCase(type)) {
            uploadRule(type);
        }
    }

    /**
     * Reads which operation a message asks for.
     *
     * @throws IllegalArgumentException if there is no such operation
     */
    public Operation operation(Message message) {
        String asked = new TextHeaders(message).word(WechatMaterialConstants.OPERATION);
        if (asked == null) {
            return Operations.of(operation);
        }
        for (WechatMaterialOperations one : WechatMaterialOperations.values()) {
            if (one.name().equalsIgnoreCase(asked)) {
                return Operations.of(one);
            }
        }
        throw TextHeaders.unfit(
                WechatMaterialConstants.OPERATION, asked, "one of " + List.of(WechatMaterialOperations.values()));
    }

    /**
     * Checks that this endpoint allows an operation.
     *
     * @throws IllegalArgumentException if a message may not ask for it
     */
    public void requireAllowed(Operation asked) {
        if (asked.isDeleting() && operation != asked.constant() && !allowDeleteByHeader) {
            throw new IllegalArgumentException(
                    "The header " + WechatMaterialConstants.OPERATION + " asks for " + asked.constant()
                                               + ", which this endpoint does not allow: what is deleted is gone. Set operation="
                                               + asked.constant() + " or allowDeleteByHeader=true on it.");
        }
    }

    /**
     * Reads which merchant a message names.
     *
     * @return                          an AppID
     * @throws IllegalArgumentException if it names none, or other text
     */
    public String merchant(Message message) {
        String appId = new TextHeaders(message).word(WechatMaterialConstants.MERCHANT);
        if (appId == null) {
            throw new IllegalArgumentException(
                    "The header " + WechatMaterialConstants.MERCHANT + " is missing. This endpoint takes the merchant from it:"
                                               + " set it to the AppID of an account that has authorized the platform.");
        }
        return TextHeaders.appId(WechatMaterialConstants.MERCHANT, appId, "the AppID of a merchant");
    }

    /**
     * Reads the type to upload as, and returns its rule.
     *
     * @return                          null for auto
     * @throws IllegalArgumentException if nothing can be uploaded as that
     */
    @Nullable
    UploadRule uploadRule(Message message) {
        return uploadRule(type(message));
    }

    private static @Nullable UploadRule uploadRule(String name) {
        if (NEWS.equalsIgnoreCase(name)) {
            throw new IllegalArgumentException(
                    "The type news is for batchGetMaterial; to upload set it to auto, image, voice, video or thumb");
        }
        return AUTO.equalsIgnoreCase(name) ? null : MaterialType.of(name).rule();
    }

    /**
     * Reads the type to list.
     *
     * @throws IllegalArgumentException if WeChat has no such list
     */
    String listedType(Message message) {
        String name = type(message);
        String wireName = name.toLowerCase(Locale.ROOT);
        if (!LISTABLE_TYPES.contains(wireName)) {
            throw new IllegalArgumentException(
                    "batchGetMaterial lists one type: set type, or the header " + WechatMaterialConstants.TYPE
                                               + ", to image, voice, video or news, not to '" + VisibleText.excerpt(name) + "'"
                                               + (wireName.equals("thumb") ? "; thumbs are listed among the images" : ""));
        }
        return wireName;
    }

    private String type(Message message) {
        String asked = new TextHeaders(message).word(WechatMaterialConstants.TYPE);
        return asked != null ? asked : type;
    }

    @Nullable
    String title(Message message) {
        return option(message, WechatMaterialConstants.TITLE, title);
    }

    @Nullable
    String introduction(Message message) {
        return option(message, WechatMaterialConstants.INTRODUCTION, introduction);
    }

    private static @Nullable String option(Message message, String header, @Nullable String configured) {
        String value = new TextHeaders(message).text(header);
        return value != null ? value : configured;
    }
}
