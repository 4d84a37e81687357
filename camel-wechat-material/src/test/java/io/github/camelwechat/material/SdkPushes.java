package io.github.camelwechat.material;

import java.time.Instant;

import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil.EncryptContext;

/** Pushes to the platform of {@link Wechat#platform}, as weixin-java-common writes them. */
final class SdkPushes {

    static final String MERCHANT = "wxshop";
    static final String TICKET = "planted@@@ticket";
    static final String CODE = "planted@@@code";

    private final WxCryptUtil sdk;

    record Push(String query, String body) {
    }

    SdkPushes() {
        this(Wechat.PLATFORM_APP);
    }

    SdkPushes(String appId) {
        this.sdk = new WxCryptUtil(Wechat.PLATFORM_TOKEN, Wechat.SECRET_KEY, appId);
    }

    Push ticket() {
        return of(Instant.now(), "<InfoType><![CDATA[component_verify_ticket]]></InfoType><ComponentVerifyTicket><![CDATA["
                                 + TICKET + "]]></ComponentVerifyTicket>");
    }

    Push authorized() {
        return of(Instant.now(), "<InfoType>authorized</InfoType><AuthorizerAppid>" + MERCHANT + "</AuthorizerAppid>"
                                 + "<AuthorizationCode>" + CODE + "</AuthorizationCode>");
    }

    Push unauthorized() {
        return of(Instant.now(), "<InfoType>unauthorized</InfoType><AuthorizerAppid>" + MERCHANT + "</AuthorizerAppid>");
    }

    Push of(Instant createTime, String fields) {
        return sign("<xml><AppId><![CDATA[" + Wechat.PLATFORM_APP + "]]></AppId><CreateTime>" + createTime.getEpochSecond()
                    + "</CreateTime>" + fields + "</xml>");
    }

    Push sign(String message) {
        EncryptContext push = sdk.encryptContext(message);
        return new Push(
                "signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=" + push.getTimeStamp() + "&nonce="
                        + push.getNonce() + "&encrypt_type=aes&msg_signature=" + push.getSignature(),
                "<xml>\n  <AppId><![CDATA[" + Wechat.PLATFORM_APP + "]]></AppId>\n  <Encrypt><![CDATA[" + push.getEncrypt()
                                                                                                      + "]]></Encrypt>\n</xml>");
    }
}
