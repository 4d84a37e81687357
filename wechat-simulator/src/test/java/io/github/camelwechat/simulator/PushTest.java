package io.github.camelwechat.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.simulator.CallbackServer.Answer;
import io.github.camelwechat.simulator.CallbackServer.Received;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.push.Attempt;
import io.github.camelwechat.simulator.push.Event;
import io.github.camelwechat.simulator.push.Push;
import io.github.camelwechat.simulator.push.Pushes;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Pushes to a server of the JDK's, opened by weixin-java. */
@Timeout(60)
class PushTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxshop", "secret").platform("wxplatform", "platform-secret")
                    .clock(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)));

    private final CallbackServer callback = new CallbackServer();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Platform platform;

    PushTest() throws IOException {
        // the server may fail to start
    }

    @BeforeEach
    void begin() {
        platform = wechat.platform("wxplatform");
        platform.forget();
        platform.callbackUrl(callback.url());
    }

    @AfterEach
    void end() {
        ended.countDown();
        platform.tickets().pushing(false);
        callback.close();
    }

    @Test
    void ticketOnCommand() throws Exception {
        Push push = platform.tickets().push();

        Received received = callback.take();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.contentType()).isEqualTo("text/xml");
        assertThat(received.query()).containsOnlyKeys("signature", "timestamp", "nonce", "encrypt_type", "msg_signature")
                .containsEntry("encrypt_type", "aes");
        assertThat(received.body()).contains("<AppId><![CDATA[wxplatform]]></AppId>");
        assertThat(opened(received)).isEqualTo("<xml><AppId><![CDATA[wxplatform]]></AppId><CreateTime>" + now()
                                               + "</CreateTime><InfoType><![CDATA[component_verify_ticket]]></InfoType>"
                                               + "<ComponentVerifyTicket><![CDATA[" + platform.tickets().newest()
                                               + "]]></ComponentVerifyTicket></xml>");
        assertThat(push.awaitEnd(SOON)).isEqualTo(Push.State.DELIVERED);
        assertThat(push.attempts()).containsExactly(new Attempt(wechat.clock().instant(), 200, "success", null));
        assertThat(push.query()).contains("msg_signature=" + received.query().get("msg_signature"));
        assertThat(new String(push.body(), StandardCharsets.UTF_8)).isEqualTo(received.body());
    }

    @Test
    void ticketsByTheClock() throws Exception {
        platform.tickets().pushing(true);
        String first = opened(callback.take());
        platform.tickets().pushing(true);
        wechat.clock().forward(Duration.ofSeconds(599));
        platform.tickets().push();
        String onCommand = opened(callback.take());
        wechat.clock().forward(Duration.ofSeconds(1));
        String second = opened(callback.take());
        wechat.clock().forward(Duration.ofHours(2));
        opened(callback.take());

        assertThat(List.of(first, onCommand, second)).doesNotHaveDuplicates()
                .allMatch(message -> message.contains("component_verify_ticket"));
        platform.tickets().pushing(false);
        wechat.clock().forward(Duration.ofHours(2));
        platform.merchants().authorize("wxshop");
        assertThat(opened(callback.take())).contains("[authorized]");
    }

    @Test
    void authorizationChangeAndWithdrawal() throws Exception {
        String preAuthCode = platform.merchants().newPreAuthCode().value();
        String code = platform.merchants().authorize("wxshop", List.of(11), preAuthCode).authCode();
        assertThat(opened(callback.take())).isEqualTo("<xml><AppId><![CDATA[wxplatform]]></AppId><CreateTime>" + now()
                                                      + "</CreateTime><InfoType><![CDATA[authorized]]></InfoType>"
                                                      + "<AuthorizerAppid><![CDATA[wxshop]]></AuthorizerAppid><AuthorizationCode><![CDATA["
                                                      + code
                                                      + "]]></AuthorizationCode><AuthorizationCodeExpiredTime>" + (now() + 3600)
                                                      + "</AuthorizationCodeExpiredTime><PreAuthCode><![CDATA[" + preAuthCode
                                                      + "]]></PreAuthCode></xml>");
        assertThat(platform.merchants().authorize("wxshop", List.of(11), null).push()).isNull();
        wechat.switches().platform().plainPushes(true).codeExpiryAsDuration(true);
        platform.merchants().authorize("wxshop", List.of(7, 11), null);
        assertThat(opened(callback.take())).contains("<InfoType>updateauthorized</InfoType>",
                "<AuthorizationCodeExpiredTime>3600</AuthorizationCodeExpiredTime>");
        platform.merchants().withdraw("wxshop");
        assertThat(opened(callback.take())).endsWith(
                "<InfoType>unauthorized</InfoType><AuthorizerAppid>wxshop</AuthorizerAppid></xml>");
        platform.merchants().authorize("wxshop", List.of(7, 11), null);
        assertThat(opened(callback.take())).contains("<InfoType>authorized</InfoType>");
        assertThat(platform.pushes().all()).extracting(Push::infoType)
                .containsExactly("authorized", "updateauthorized", "unauthorized", "authorized");
    }

    @Test
    void pushWithoutSuccessIsRepeatedTwice() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        callback.answer(() -> asked.incrementAndGet() == 1 ? new Answer(500, "") : new Answer(200, "SUCCESS"));

        Push push = platform.tickets().push();

        assertThat(push.awaitEnd(SOON)).isEqualTo(Push.State.FAILED);
        assertThat(push.attempts()).extracting(Attempt::status).containsExactly(500, 200, 200);
        Received first = callback.take();
        Received second = callback.take();
        assertThat(opened(second)).isEqualTo(opened(first));
        assertThat(second.body()).isNotEqualTo(first.body());
        asked.set(0);
        callback.answer(() -> asked.incrementAndGet() == 1 ? new Answer(403, "") : CallbackServer.SUCCESS);
        assertThat(platform.tickets().push().awaitEnd(SOON)).isEqualTo(Push.State.DELIVERED);
    }

    @Test
    void pushThatIsNotAnsweredInTimeFails() throws Exception {
        callback.answer(() -> {
            awaitEndOfTest();
            return CallbackServer.SUCCESS;
        });
        wechat.switches().platform().pushTimeout(Duration.ofMillis(100)).pushAttempts(1);

        Push push = platform.tickets().push();

        assertThat(push.awaitEnd(SOON)).isEqualTo(Push.State.FAILED);
        assertThat(push.attempts()).singleElement().satisfies(
                attempt -> assertThat(attempt.failure()).contains("HttpTimeoutException"));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(
                () -> hanging().awaitEnd(Duration.ofMillis(1))).withMessageContaining("without an end: Push[");
    }

    private Push hanging() {
        wechat.switches().platform().pushTimeout(Duration.ofSeconds(30));
        return platform.tickets().push();
    }

    @Test
    void pushWithoutCallbackUrlFailsAndSaysSo() throws Exception {
        platform.callbackUrl(null);

        Push push = platform.tickets().push();

        assertThat(push.awaitEnd(SOON)).isEqualTo(Push.State.FAILED);
        assertThat(push.attempts()).extracting(Attempt::failure).containsExactly("the platform has no callback URL");
        assertThat(push.body()).isNull();
    }

    @Test
    void repeatedPushIsTheSameEventInAnotherEnvelope() throws Exception {
        Push push = platform.tickets().push();
        Received first = callback.take();
        wechat.clock().forward(Duration.ofMinutes(1));

        platform.pushes().repeat(push.number());

        Received second = callback.take();
        assertThat(opened(second)).isEqualTo(opened(first));
        assertThat(second.query().get("timestamp")).isNotEqualTo(first.query().get("timestamp"));
        assertThatIllegalArgumentException().isThrownBy(() -> platform.pushes().repeat(push.number() + 9))
                .withMessageContaining("No push");
    }

    @Test
    void anyEventCanBePushed() throws Exception {
        Instant earlier = wechat.clock().instant().minus(Duration.ofMinutes(11));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("appid", "wxnew");
        fields.put("status", 0);

        Push push = platform.pushes().send(new Event("notify_third_fasteregister", earlier, fields));

        assertThat(opened(callback.take())).isEqualTo("<xml><AppId><![CDATA[wxplatform]]></AppId><CreateTime>"
                                                      + (now() - 660)
                                                      + "</CreateTime><InfoType><![CDATA[notify_third_fasteregister]]></InfoType>"
                                                      + "<appid><![CDATA[wxnew]]></appid><status>0</status></xml>");
        assertThat(push.awaitEnd(SOON)).isEqualTo(Push.State.DELIVERED);
        platform.pushes().send(new Event("component_verify_ticket", earlier, Map.of("ComponentVerifyTicket", "ticket@@@x")));
        assertThat(platform.tickets().newest()).isNull();
    }

    @Test
    void newKeyAndTokenSealWhatComesThen() throws Exception {
        String oldKey = platform.encodingAesKey();
        platform.changeEncodingAesKey().messageToken("another");

        platform.tickets().push();

        assertThat(platform.encodingAesKey()).isNotEqualTo(oldKey);
        assertThat(opened(callback.take())).contains("component_verify_ticket");
    }

    @Test
    void urlIsCheckedByItsEcho() throws Exception {
        assertThat(platform.pushes().checkUrl().awaitEnd(SOON)).isEqualTo(Push.State.FAILED);
        Received check = callback.take();
        assertThat(check.method()).isEqualTo("GET");
        assertThat(check.query()).containsOnlyKeys("signature", "timestamp", "nonce", "echostr");
        assertThat(check.query().get("signature")).isEqualTo(SHA1.gen(
                platform.messageToken(), check.query().get("timestamp"), check.query().get("nonce")));
        callback.answerEcho();

        Push push = platform.pushes().checkUrl();

        assertThat(push.awaitEnd(SOON)).isEqualTo(Push.State.DELIVERED);
        assertThat(push.attempts()).hasSize(1);
        assertThat(push.infoType()).isEqualTo(Pushes.URL_CHECK);
        assertThat(push.body()).isNull();
    }

    @Test
    void urlsTokensAndKeysThatAreNoneAreRefused() {
        for (String url : List.of("", "wechat", "ftp://127.0.0.1/", "http://", "http://a b/")) {
            assertThatIllegalArgumentException().isThrownBy(() -> platform.callbackUrl(url))
                    .withMessageContaining("'" + url + "' is no URL");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> platform.messageToken("a-b"))
                .withMessageContaining("3 to 32 letters and digits");
        assertThatIllegalArgumentException().isThrownBy(() -> platform.encodingAesKey("a"))
                .withMessageContaining("43 letters and digits");
        assertThat(platform.callbackUrl()).isEqualTo(callback.url());
    }

    @Test
    void urlWithAQueryKeepsIt() throws Exception {
        platform.callbackUrl(callback.url() + "?tenant=a");

        platform.tickets().push();

        assertThat(callback.take().query()).containsEntry("tenant", "a").containsKey("msg_signature");
    }

    private void awaitEndOfTest() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String opened(Received push) {
        return new WxCryptUtil(platform.messageToken(), platform.encodingAesKey(), "wxplatform").decryptXml(
                push.query().get("msg_signature"), push.query().get("timestamp"), push.query().get("nonce"), push.body());
    }

    private static long now() {
        return wechat.clock().instant().getEpochSecond();
    }
}
