package io.github.camelwechat.material;

import org.apache.camel.spi.Metadata;

/** The message headers that a platform's endpoint reads and sets. None of them selects the operation. */
public final class WechatMaterialPlatformConstants {

    @Metadata(label = "producer",
              description = "The AppID of the account that getAuthorizerInfo is to tell of. Set by receive where the push is"
                            + " about an account: its AppID.",
              javaType = "String", important = true)
    public static final String MERCHANT = "CamelWechatMaterialMerchant";

    @Metadata(label = "producer",
              description = "The authorization code for queryAuth, which serves once. Removed when it is redeemed.",
              javaType = "String")
    public static final String AUTH_CODE = "CamelWechatMaterialAuthCode";

    @Metadata(label = "producer",
              description = "Set by receive for a genuine push: WeChat's name of the event, for example"
                            + " component_verify_ticket, authorized, updateauthorized or unauthorized.",
              javaType = "String", important = true)
    public static final String INFO_TYPE = "CamelWechatMaterialInfoType";

    @Metadata(label = "producer", description = "How many accounts of the list getAuthorizerList leaves out at its start.",
              javaType = "Integer", defaultValue = "0")
    public static final String OFFSET = "CamelWechatMaterialOffset";

    @Metadata(label = "producer", description = "How many accounts getAuthorizerList lists: 1 to 500.", javaType = "Integer",
              defaultValue = "500")
    public static final String COUNT = "CamelWechatMaterialCount";

    private WechatMaterialPlatformConstants() {
    }
}
