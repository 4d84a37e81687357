package io.github.camelwechat.material;

import org.apache.camel.spi.Metadata;

/** The message headers that the component reads and sets. */
public final class WechatMaterialConstants {

    @Metadata(label = "producer",
              description = "The operation to perform; overrides the option. delMaterial only where the endpoint allows it.",
              javaType = "io.github.camelwechat.material.WechatMaterialOperations")
    public static final String OPERATION = "CamelWechatMaterialOperation";

    @Metadata(label = "producer",
              description = "The type of the material: auto, image, voice, video or thumb; for batchGetMaterial image, voice,"
                            + " video or news; overrides the option.",
              javaType = "String", enums = "auto,image,voice,video,thumb,news")
    public static final String TYPE = "CamelWechatMaterialType";

    @Metadata(label = "producer",
              description = "The title of a video, or of an article whose HTML is the body of addDraft or updateDraft;"
                            + " overrides the option.",
              javaType = "String")
    public static final String TITLE = "CamelWechatMaterialTitle";

    @Metadata(label = "producer", description = "The introduction of a video; overrides the option.", javaType = "String")
    public static final String INTRODUCTION = "CamelWechatMaterialIntroduction";

    @Metadata(label = "producer",
              description = "The name of the file in the library; overrides the option, CamelFileName and CamelAwsS3Key."
                            + " Set by getMaterial for a picture, voice or thumb: a name without a path.",
              javaType = "String")
    public static final String FILE_NAME = "CamelWechatMaterialFileName";

    @Metadata(label = "producer",
              description = "The media_id of the material that getMaterial and delMaterial are to take, or of the draft that"
                            + " getDraft, updateDraft and deleteDraft are. Set by addMaterial and addDraft: that of the new"
                            + " material or draft.",
              javaType = "String", important = true)
    public static final String MEDIA_ID = "CamelWechatMaterialMediaId";

    @Metadata(label = "producer",
              description = "Set by addMaterial and uploadImage: the address of the new picture. Absent for every other type.",
              javaType = "String", important = true)
    public static final String URL = "CamelWechatMaterialUrl";

    @Metadata(label = "producer", description = "Where the page of batchGetMaterial or batchGetDraft begins: 0 is the newest.",
              javaType = "Integer", defaultValue = "0")
    public static final String OFFSET = "CamelWechatMaterialOffset";

    @Metadata(label = "producer", description = "How many materials or drafts a page has: 1 to 20.", javaType = "Integer",
              defaultValue = "20")
    public static final String COUNT = "CamelWechatMaterialCount";

    @Metadata(label = "producer",
              description = "The author of an article whose HTML is the body of addDraft or updateDraft: at most 16"
                            + " characters.",
              javaType = "String")
    public static final String AUTHOR = "CamelWechatMaterialAuthor";

    @Metadata(label = "producer",
              description = "The abstract of an article whose HTML is the body of addDraft or updateDraft: at most 128"
                            + " characters. Without one WeChat takes the beginning of the text.",
              javaType = "String")
    public static final String DIGEST = "CamelWechatMaterialDigest";

    @Metadata(label = "producer",
              description = "The cover of an article whose HTML is the body of addDraft or updateDraft: the media_id of a"
                            + " permanent picture.",
              javaType = "String")
    public static final String THUMB_MEDIA_ID = "CamelWechatMaterialThumbMediaId";

    @Metadata(label = "producer", description = "Which article of the draft updateDraft replaces: 0 is the first.",
              javaType = "Integer", defaultValue = "0")
    public static final String INDEX = "CamelWechatMaterialIndex";

    @Metadata(label = "producer", description = "Whether batchGetDraft leaves out the content of the articles.",
              javaType = "Boolean", defaultValue = "false")
    public static final String NO_CONTENT = "CamelWechatMaterialNoContent";

    @Metadata(label = "producer",
              description = "The address that relative addresses of the pictures of rewriteArticle start from; overrides the"
                            + " options baseUrl and baseFolder.",
              javaType = "String")
    public static final String BASE_URL = "CamelWechatMaterialBaseUrl";

    @Metadata(label = "producer",
              description = "Set by rewriteArticle: what became of the picture at each place, in the order of the article.",
              javaType = "java.util.List<io.github.camelwechat.material.result.ArticlePicture>")
    public static final String PICTURES = "CamelWechatMaterialPictures";

    @Metadata(label = "producer",
              description = "Set by rewriteArticle: how many places have no picture that WeChat shows.", javaType = "Integer")
    public static final String PICTURES_MISSING = "CamelWechatMaterialPicturesMissing";

    @Metadata(label = "producer",
              description = "Set by rewriteArticle: the length of the article in UTF-16 units. WeChat takes less than 20,000.",
              javaType = "Integer")
    public static final String CHARACTERS = "CamelWechatMaterialCharacters";

    @Metadata(label = "producer",
              description = "Set by rewriteArticle: what else of the article WeChat drops or does not show, for people.",
              javaType = "java.util.List<String>")
    public static final String WARNINGS = "CamelWechatMaterialWarnings";

    @Metadata(label = "producer",
              description = "The AppID of the merchant whose library the message is for, where the endpoint has"
                            + " allowMerchantByHeader=true: one that the platform holds as authorized.",
              javaType = "String")
    public static final String MERCHANT = "CamelWechatMaterialMerchant";

    private WechatMaterialConstants() {
    }
}
