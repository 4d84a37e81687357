package io.github.camelwechat.material;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import io.github.camelwechat.material.internal.platform.PlatformIdentity;
import io.github.camelwechat.material.internal.session.PlatformSettings;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil.EncryptContext;

/** Pushes to the platform {@code my-platform}, as weixin-java-common writes them. */
final class SdkPushes {

    static final String APP_ID = "wxplatform";
    static final String TOKEN = "planted-token";
    static final String SECRET_KEY = "planted0123456789planted0123456789planted04";
    static final String MERCHANT = "wxshop";
    static final String TICKET = "planted@@@ticket";
    static final String CODE = "planted@@@code";

    private final WxCryptUtil sdk;

    record Push(String query, String body) {
    }

    SdkPushes() {
        this(APP_ID);
    }

    SdkPushes(String appId) {
        this.sdk = new WxCryptUtil(TOKEN, SECRET_KEY, appId);
    }

    static void configure(Wechat wechat) {
        wechat.component().stubPlatforms().put("my-platform", new PlatformSettings(
                new PlatformIdentity(APP_ID, "planted-secret", TOKEN, SECRET_KEY),
                URI.create(wechat.simulator().url()), 64, TransportSettings.direct(), Duration.ofSeconds(10),
                Duration.ofSeconds(60), Duration.ofSeconds(120), "memory", Duration.ofMinutes(10)));
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
        return sign("<xml><AppId><![CDATA[" + APP_ID + "]]></AppId><CreateTime>" + createTime.getEpochSecond()
                    + "</CreateTime>" + fields + "</xml>");
    }

    Push sign(String message) {
        EncryptContext push = sdk.encryptContext(message);
        return new Push(
                "signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=" + push.getTimeStamp() + "&nonce="
                        + push.getNonce() + "&encrypt_type=aes&msg_signature=" + push.getSignature(),
                "<xml>\n  <AppId><![CDATA[" + APP_ID + "]]></AppId>\n  <Encrypt><![CDATA[" + push.getEncrypt()
                                                                                                      + "]]></Encrypt>\n</xml>");
    }
}
