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

    @Metadata(label = "producer", description = "The title of a video; overrides the option.", javaType = "String")
    public static final String TITLE = "CamelWechatMaterialTitle";

    @Metadata(label = "producer", description = "The introduction of a video; overrides the option.", javaType = "String")
    public static final String INTRODUCTION = "CamelWechatMaterialIntroduction";

    @Metadata(label = "producer",
              description = "The name of the file in the library; overrides the option, CamelFileName and CamelAwsS3Key."
                            + " Set by getMaterial for a picture, voice or thumb: a name without a path.",
              javaType = "String")
    public static final String FILE_NAME = "CamelWechatMaterialFileName";

    @Metadata(label = "producer",
              description = "The media_id of the material that getMaterial and delMaterial are to take. Set by addMaterial: that"
                            + " of the new material.",
              javaType = "String", important = true)
    public static final String MEDIA_ID = "CamelWechatMaterialMediaId";

    @Metadata(label = "producer",
              description = "Set by addMaterial and uploadImage: the address of the new picture. Absent for every other type.",
              javaType = "String", important = true)
    public static final String URL = "CamelWechatMaterialUrl";

    @Metadata(label = "producer", description = "Where the page of batchGetMaterial begins: 0 is the newest material.",
              javaType = "Integer", defaultValue = "0")
    public static final String OFFSET = "CamelWechatMaterialOffset";

    @Metadata(label = "producer", description = "How many materials batchGetMaterial lists: 1 to 20.", javaType = "Integer",
              defaultValue = "20")
    public static final String COUNT = "CamelWechatMaterialCount";

    @Metadata(label = "producer",
              description = "The AppID of the merchant whose library the message is for, where the endpoint has"
                            + " allowMerchantByHeader=true: one that the platform holds as authorized.",
              javaType = "String")
    public static final String MERCHANT = "CamelWechatMaterialMerchant";

    private WechatMaterialConstants() {
    }
}
