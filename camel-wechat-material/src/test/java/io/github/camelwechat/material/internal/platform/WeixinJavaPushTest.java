package io.github.camelwechat.material.internal.platform;

import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil.EncryptContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** weixin-java-common as it was released writes pushes that are read, and reads those of the tests. */
class WeixinJavaPushTest {

    private static final int MESSAGES = 1_000;
    private static final String CANONICAL_KEY = "planted0123456789planted0123456789planted04";
    private static final Pattern SIGNATURE = Pattern.compile("<MsgSignature><!\\[CDATA\\[(\\w+)]]>");
    private static final Pattern TIMESTAMP = Pattern.compile("<TimeStamp>(\\w+)<");
    private static final Pattern NONCE = Pattern.compile("<Nonce><!\\[CDATA\\[(\\w+)]]>");

    private final Random random = new Random(20261129);

    private static WxCryptUtil sdk(String key) {
        return new WxCryptUtil(PushWriter.TOKEN, key, PushWriter.APP_ID);
    }

    private String ticket() {
        StringBuilder ticket = new StringBuilder("ticket@@@");
        for (int length = random.nextInt(200); length > 0; length--) {
            ticket.append((char) ('!' + random.nextInt('~' - '!')));
        }
        return ticket.toString();
    }

    private String message(String ticket) {
        return PushWriter.message("<InfoType>component_verify_ticket</InfoType><Title>" + "骆驼".repeat(random.nextInt(9))
                                  + "</Title><ComponentVerifyTicket><![CDATA[" + ticket + "]]></ComponentVerifyTicket>");
    }

    @ParameterizedTest
    @ValueSource(strings = { PushWriter.KEY, CANONICAL_KEY })
    void pushOfTheSdkIsRead(String key) {
        WxCryptUtil sdk = sdk(key);
        PushReader reader = PushWriter.reader(key, Duration.ZERO);
        for (int i = 0; i < MESSAGES; i++) {
            String ticket = ticket();
            EncryptContext context = sdk.encryptContext(message(ticket));
            PushWriter.Push push = new PushWriter.Push(
                    context.getTimeStamp(), context.getNonce(), context.getSignature(), context.getEncrypt());

            assertThat(push.readBy(reader))
                    .isEqualTo(new PushResult.Accepted(new PushEvent.Ticket(PushWriter.TIME, ticket)));
        }
    }

    @Test
    void documentOfTheSdkIsRead() {
        String body = sdk(CANONICAL_KEY).encrypt(message("ticket"));
        String query = "msg_signature=" + part(SIGNATURE, body) + "&timestamp=" + part(TIMESTAMP, body) + "&nonce="
                       + part(NONCE, body);

        assertThat(PushWriter.read(PushWriter.reader(CANONICAL_KEY, Duration.ZERO), query, body))
                .isEqualTo(new PushResult.Accepted(new PushEvent.Ticket(PushWriter.TIME, "ticket")));
    }

    private static String part(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as(body).isTrue();
        return matcher.group(1);
    }

    @Test
    void sdkReadsPushesOfTheTests() {
        WxCryptUtil sdk = sdk(CANONICAL_KEY);
        PushWriter writer = new PushWriter(PushWriter.TOKEN, CANONICAL_KEY, PushWriter.APP_ID);
        for (int i = 0; i < MESSAGES; i++) {
            String message = message(ticket());
            PushWriter.Push push = writer.write(message);

            assertThat(sdk.decryptXml(push.signature(), push.timestamp(), push.nonce(), push.body())).isEqualTo(message);
        }
    }

    @Test
    void pushOfTheSdkThatWasChangedIsRefused() {
        WxCryptUtil sdk = sdk(CANONICAL_KEY);
        PushReader reader = PushWriter.reader(CANONICAL_KEY, Duration.ZERO);
        for (int i = 0; i < MESSAGES; i++) {
            EncryptContext context = sdk.encryptContext(message("ticket"));
            byte[] cipherText = Base64.getDecoder().decode(context.getEncrypt());
            cipherText[random.nextInt(cipherText.length)] ^= (byte) (1 << random.nextInt(8));
            PushWriter.Push changed = new PushWriter.Push(
                    context.getTimeStamp(), context.getNonce(), context.getSignature(),
                    Base64.getEncoder().encodeToString(cipherText));

            assertThat(changed.readBy(reader)).isEqualTo(new PushResult.Refused(Refusal.SIGNATURE));
        }
    }

    @Test
    void pushOfTheSdkToAnotherPlatformIsRefused() {
        EncryptContext context
                = new WxCryptUtil(PushWriter.TOKEN, CANONICAL_KEY, "wxforeign").encryptContext(PushWriter.TICKET);
        PushWriter.Push push = new PushWriter.Push(
                context.getTimeStamp(), context.getNonce(), context.getSignature(), context.getEncrypt());

        assertThat(push.readBy(PushWriter.reader(CANONICAL_KEY, Duration.ZERO)))
                .isEqualTo(new PushResult.Refused(Refusal.FOREIGN_APP_ID));
    }
}
