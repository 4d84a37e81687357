package io.github.camelwechat.simulator.push;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The envelope of pushes, by vectors that were made with another program, and by the SDK that opens it. */
class EnvelopeTest {

    private static final String APP_ID = "wxcamelcomponent01";
    private static final String TOKEN = "cameltoken";
    private static final long TIMESTAMP = 1735689600;
    private static final String NONCE = "1320562132";
    private static final byte[] RANDOM = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** The two keys differ in bits that no byte of the key has; only the second one is taken by strict decoders. */
    @ParameterizedTest
    @ValueSource(strings = {
            "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE" })
    void ticketIsSealedAsInTheVector(String key) {
        Sealed sealed = seal(key, "<xml><AppId><![CDATA[wxcamelcomponent01]]></AppId><CreateTime>1735689600</CreateTime>"
                                  + "<InfoType><![CDATA[component_verify_ticket]]></InfoType><ComponentVerifyTicket>"
                                  + "<![CDATA[ticket@@@camel-0001]]></ComponentVerifyTicket></xml>");

        assertThat(sealed.query()).isEqualTo("signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=1735689600"
                                             + "&nonce=1320562132&encrypt_type=aes&msg_signature=6aad78f02117c766817581e3b49e07d5fb2079f4");
        assertThat(sealed.body()).contains("<AppId><![CDATA[wxcamelcomponent01]]></AppId>", "<Encrypt><![CDATA["
                                                                                            + "Q3stYC6hdFzMh9T8HCvyDEcAt88cN7j5dxiFuvQpSdRfZXOPHlG8KvmbInq1//odR/jYvWiJNiWt5pNA/pVRWKfGDDRO8xi+i4x5Q5owhZO2ldM7Eg0tosWTe82LRB2oK/NcFN5z8uQ9DGXOagGXM2jIjYnhHh37CAq4JYRtssn1NLStMMLXEh/F+HqMVfI/7dOFAN0V2UKoc6qN/JRfTI8vQQKEH7O28sch7sdD0jLZYH5duOklr2ZKwVgozG9xdcMaP8BVFXCJCKNSVc4+M+5LYcOd+cpGgQOMFpBGT7M37t0OcbMdR5YnNNkQ2ZiKenhSztc6DXimyAjD4FcT4v6rGY71EQoy8saAEUcML16RIP8PAfDtQlQVSmyZzr86"
                                                                                            + "]]></Encrypt>");
    }

    @Test
    void fullBlockIsPaddedWithAnother() {
        Sealed sealed = seal("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE",
                "<xml><Title><![CDATA[骆驼]]></Title>              </xml>");

        assertThat(sealed.query()).endsWith("msg_signature=9dadea525113b15fafd63172a41e756446188247");
        assertThat(sealed.body()).contains(
                "Q3stYC6hdFzMh9T8HCvyDDFXrw7BVEODQZ1zla5ktu/k8ISr/tDcQWx1XK8gZYGJi3Sc/h9PZt73pfkyW07lK6PqLnxHKMZkO5HR5bL2Z0JKc2Y5d08Cv9ZOm9iXGQYibVAvhlDfcx77s2kjbBRHlAuqX5XCWuCv6jpbHyIXdTI=");
    }

    /** The numbers are those of the official page. */
    @Test
    void echoIsSignedAsOnTheOfficialPage() {
        EncodingAesKey key = EncodingAesKey.random();

        Sealed sealed = Sealed.echo(new Target(APP_ID, null, "AAAAA", key), "4375120948345356249", 1714036504, "1514711492");

        assertThat(sealed.query()).isEqualTo("signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504"
                                             + "&nonce=1514711492&echostr=4375120948345356249");
        assertThat(sealed.body()).isNull();
        assertThat(sealed.expected()).isEqualTo("4375120948345356249");
    }

    @Test
    void secretsAreInNoText() {
        EncodingAesKey key = EncodingAesKey.random();
        Target target = new Target(APP_ID, "http://127.0.0.1/wechat", TOKEN, key);
        Sealed sealed = Sealed.of(target, "ticket@@@a", TIMESTAMP, NONCE, RANDOM);

        assertThat(key + " " + target + " " + sealed).contains(APP_ID, "http://127.0.0.1/wechat")
                .doesNotContain(key.text(), TOKEN, sealed.query(), sealed.body());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "wechat", "ftp://127.0.0.1/", "http://", "http://a b/" })
    void textThatIsNoUrlIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Target(APP_ID, url, TOKEN, EncodingAesKey.random()))
                .withMessageContaining("'" + url + "' is no URL");
    }

    @RepeatedTest(100)
    void sdkOpensWhatIsSealedWithAnyKey() {
        EncodingAesKey key = EncodingAesKey.random();
        String message = "骆驼".repeat(new Random().nextInt(40)) + "x".repeat(new Random().nextInt(33));

        Sealed sealed = Sealed.of(new Target(APP_ID, null, TOKEN, key), message, TIMESTAMP, NONCE, RANDOM);

        assertThat(key.text()).matches("[A-Za-z0-9]{42}[AEIMQUYcgkosw048]");
        assertThat(new WxCryptUtil(TOKEN, key.text(), APP_ID).decryptXml(
                sealed.query().replaceAll(".*msg_signature=", ""), String.valueOf(TIMESTAMP), NONCE, sealed.body()))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEF", "abcdefghijklmnopqrstuvwxyz0123456789ABCDE+E" })
    void textThatIsNoKeyIsRefusedWithoutShowingIt(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EncodingAesKey(text))
                .withMessageContaining("must be 43 letters and digits").withMessageNotContaining("xyz0123456789ABCDE+E");
    }

    private static Sealed seal(String key, String message) {
        return Sealed.of(new Target(APP_ID, null, TOKEN, new EncodingAesKey(key)), message, TIMESTAMP, NONCE, RANDOM);
    }
}
