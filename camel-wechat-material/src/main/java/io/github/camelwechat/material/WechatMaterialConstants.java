package io.github.camelwechat.material;

import org.apache.camel.spi.Metadata;

/** The message headers that the component reads and sets. */
public final class WechatMaterialConstants {

    @Metadata(label = "producer", description = "The operation to perform; overrides the option.",
              javaType = "io.github.camelwechat.material.WechatMaterialOperations")
    public static final String OPERATION = "CamelWechatMaterialOperation";

    @Metadata(label = "producer",
              description = "The type of the material: auto, image, voice, video or thumb; overrides the option.",
              javaType = "String", enums = "auto,image,voice,video,thumb")
    public static final String TYPE = "CamelWechatMaterialType";

    @Metadata(label = "producer", description = "The title of a video; overrides the option.", javaType = "String")
    public static final String TITLE = "CamelWechatMaterialTitle";

    @Metadata(label = "producer", description = "The introduction of a video; overrides the option.", javaType = "String")
    public static final String INTRODUCTION = "CamelWechatMaterialIntroduction";

    @Metadata(label = "producer",
              description = "The name of the file in the library; overrides the option, CamelFileName and CamelAwsS3Key.",
              javaType = "String")
    public static final String FILE_NAME = "CamelWechatMaterialFileName";

    @Metadata(label = "producer", description = "Set by addMaterial: the media_id of the new material.",
              javaType = "String", important = true)
    public static final String MEDIA_ID = "CamelWechatMaterialMediaId";

    @Metadata(label = "producer",
              description = "Set by addMaterial: the address of the new picture. Absent for every other type.",
              javaType = "String", important = true)
    public static final String URL = "CamelWechatMaterialUrl";

    private WechatMaterialConstants() {
    }
}
