package io.github.camelwechat.material.internal.platform;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Genuine pushes are read, of each kind and with either key, within the limit of their age. */
class PushReaderTest {

    private static final String OTHER_KEY = "planted0123456789planted0123456789planted04";
    private static final PushWriter WRITER = PushWriter.own();
    private static final PushResult.Accepted TICKET
            = new PushResult.Accepted(new PushEvent.Ticket(PushWriter.TIME, "ticket@@@camel-0001"));

    static Stream<Arguments> events() {
        Instant time = PushWriter.TIME;
        String authorized
                = "<AuthorizerAppid>wxshop</AuthorizerAppid><AuthorizationCode><![CDATA[code@@@1]]></AuthorizationCode>"
                  + "<PreAuthCode>preauthcode@@@1</PreAuthCode>";
        return Stream.of(
                arguments("<InfoType>component_verify_ticket</InfoType><ComponentVerifyTicket>t&amp;1</ComponentVerifyTicket>",
                        new PushEvent.Ticket(time, "t&1")),
                arguments("<InfoType>authorized</InfoType><AuthorizationCodeExpiredTime>1735693200"
                          + "</AuthorizationCodeExpiredTime>" + authorized,
                        new PushEvent.Authorized("authorized", time, "wxshop", "code@@@1", time.plusSeconds(3600))),
                arguments("<InfoType><![CDATA[updateauthorized]]></InfoType><AuthorizationCodeExpiredTime>3600"
                          + "</AuthorizationCodeExpiredTime>" + authorized,
                        new PushEvent.Authorized("updateauthorized", time, "wxshop", "code@@@1", time.plusSeconds(3600))),
                arguments("<InfoType>authorized</InfoType>" + authorized,
                        new PushEvent.Authorized("authorized", time, "wxshop", "code@@@1", null)),
                arguments("<InfoType>authorized</InfoType><AuthorizationCodeExpiredTime>soon</AuthorizationCodeExpiredTime>"
                          + authorized,
                        new PushEvent.Authorized("authorized", time, "wxshop", "code@@@1", null)),
                arguments("<InfoType>authorized</InfoType><AuthorizationCodeExpiredTime>999999999"
                          + "</AuthorizationCodeExpiredTime>" + authorized,
                        new PushEvent.Authorized(
                                "authorized", time, "wxshop", "code@@@1", time.plusSeconds(999_999_999))),
                arguments("<InfoType>authorized</InfoType><AuthorizationCodeExpiredTime>1000000000"
                          + "</AuthorizationCodeExpiredTime>" + authorized,
                        new PushEvent.Authorized(
                                "authorized", time, "wxshop", "code@@@1", Instant.ofEpochSecond(1_000_000_000))),
                arguments("<InfoType>unauthorized</InfoType><AuthorizerAppid>wxshop</AuthorizerAppid>",
                        new PushEvent.Unauthorized(time, "wxshop")),
                arguments(
                        "<InfoType>notify_third_fasteregister</InfoType><info><name><![CDATA[骆驼]]></name><code>1</code></info>",
                        new PushEvent.Other("notify_third_fasteregister", time)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachKindOfEventIsRead(String fields, PushEvent event) {
        assertThat(WRITER.write(PushWriter.message(fields)).readBy(PushWriter.reader()))
                .isEqualTo(new PushResult.Accepted(event));
        assertThat(fields).containsPattern("\\b" + event.infoType() + "\\b");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<InfoType>component_verify_ticket</InfoType>",
            "<InfoType>component_verify_ticket</InfoType><ComponentVerifyTicket></ComponentVerifyTicket>",
            "<InfoType>component_verify_ticket</InfoType><ComponentVerifyTicket>a b</ComponentVerifyTicket>",
            "<InfoType>authorized</InfoType><AuthorizerAppid>wxshop</AuthorizerAppid>",
            "<InfoType>authorized</InfoType><AuthorizationCode>c</AuthorizationCode>",
            "<InfoType>authorized</InfoType><AuthorizationCode>c</AuthorizationCode><AuthorizerAppid>../x</AuthorizerAppid>",
            "<InfoType>unauthorized</InfoType>",
            "<InfoType>unauthorized</InfoType><AuthorizerAppid><b>wxshop</b></AuthorizerAppid>",
            "<InfoType>unauthorized</InfoType><AuthorizerAppid>wx<b/>shop</AuthorizerAppid>",
            "<InfoType>an event</InfoType>", "<InfoType/>", "" })
    void eventWithoutItsFieldsIsRefused(String fields) {
        assertThat(WRITER.write(PushWriter.message(fields)).readBy(PushWriter.reader()))
                .isEqualTo(new PushResult.Refused(Refusal.MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "<CreateTime/>", "<CreateTime>-1</CreateTime>", "<CreateTime>1735689600.5</CreateTime>",
            "<CreateTime>999999999999999999999</CreateTime>" })
    void eventWithoutATimeIsRefused(String time) {
        String message = PushWriter.TICKET.replaceFirst("<CreateTime>.*</CreateTime>", time);

        assertThat(WRITER.write(message).readBy(PushWriter.reader())).isEqualTo(new PushResult.Refused(Refusal.MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "\ufeff", "<?xml version='1.0' encoding='gbk'?>", "\ufeff<?xml version='1.0' encoding='UTF-16'?>", " \r\n",
            "<!-- -->" })
    void documentMayBeginInOtherWays(String start) {
        PushWriter.Push push = WRITER.write(start + PushWriter.TICKET);

        assertThat(PushWriter.read(PushWriter.reader(), push.query(), start + push.body())).isEqualTo(TICKET);
    }

    @Test
    void documentMayHave64FieldsAnd8Levels() {
        StringBuilder fields = new StringBuilder("<InfoType>a</InfoType>");
        for (int i = 0; i < 60; i++) {
            fields.append("<a").append(i).append("/>");
        }
        fields.append("<info>").append("<a>".repeat(6)).append("</a>".repeat(6)).append("</info>");

        assertThat(WRITER.write(PushWriter.message(fields.toString())).readBy(PushWriter.reader()))
                .isEqualTo(new PushResult.Accepted(new PushEvent.Other("a", PushWriter.TIME)));
    }

    @Test
    void encryptedPartMayBePlainText() {
        PushWriter.Push push = WRITER.write(PushWriter.TICKET);

        assertThat(PushWriter.read(PushWriter.reader(), push.query(), "<xml><Encrypt>" + push.encrypt() + "</Encrypt></xml>"))
                .isEqualTo(TICKET);
    }

    @Test
    void queryMayHaveFurtherParameters() {
        PushWriter.Push push = WRITER.write(PushWriter.TICKET);
        String query
                = "tenant=1&tenant=%20&&" + push.query().replace("&encrypt_type=aes", "").replaceFirst("signature=\\w+&", "");

        assertThat(PushWriter.read(PushWriter.reader(), query, push.body())).isEqualTo(TICKET);
    }

    @Test
    void queryMayHave8192Characters() {
        PushWriter.Push push = WRITER.write(PushWriter.TICKET);
        String longest = push.query() + "&" + "a".repeat(8192 - push.query().length() - 1);

        assertThat(PushWriter.read(PushWriter.reader(), longest, push.body())).isEqualTo(TICKET);
    }

    @Test
    void threadsShareAReader() throws Exception {
        PushReader reader = PushWriter.reader(OTHER_KEY + "," + PushWriter.KEY, Duration.ZERO);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> reading = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String ticket = "ticket" + i;
            PushWriter.Push push = WRITER.write(PushWriter.TICKET.replace("ticket@@@camel-0001", ticket));
            reading.add(threads.submit(() -> {
                for (int times = 0; times < 1000; times++) {
                    assertThat(push.readBy(reader))
                            .isEqualTo(new PushResult.Accepted(new PushEvent.Ticket(PushWriter.TIME, ticket)));
                }
            }));
        }
        for (Future<?> each : reading) {
            each.get(20, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    @Test
    void eitherKeyWorks() {
        PushWriter.Push push = WRITER.write(PushWriter.TICKET);
        PushWriter.Push other = new PushWriter(PushWriter.TOKEN, OTHER_KEY, PushWriter.APP_ID).write(PushWriter.TICKET);

        for (String keys : List.of(OTHER_KEY + "," + PushWriter.KEY, PushWriter.KEY + "," + OTHER_KEY)) {
            PushReader reader = PushWriter.reader(keys, Duration.ZERO);
            assertThat(push.readBy(reader)).isEqualTo(TICKET);
            assertThat(other.readBy(reader)).isEqualTo(TICKET);
        }
        assertThat(other.readBy(PushWriter.reader())).isEqualTo(new PushResult.Refused(Refusal.CIPHER_TEXT));
    }

    @Test
    void previousKeyWorksWhereTheCurrentOnePassesTheCheckOfThePadding() {
        PushReader reader = PushWriter.reader(OTHER_KEY + "," + PushWriter.KEY, Duration.ZERO);
        int passed = 0;
        for (int i = 0; i < 5_000; i++) {
            String encrypt = WRITER.encrypt(PushWriter.TICKET.replace("0001", "" + i));
            byte[] wrong = new EncodingAesKey(OTHER_KEY, "key").decrypt(decoded(encrypt));
            if (wrong[wrong.length - 1] == 1) {
                passed++;
                assertThat(WRITER.sign(encrypt).readBy(reader)).isInstanceOf(PushResult.Accepted.class);
            }
        }
        assertThat(passed).isPositive();
    }

    @Test
    void previousKeyWorksWhereTheCurrentOneGetsToTheAppId() {
        EncodingAesKey current = new EncodingAesKey(OTHER_KEY, "key");
        PushReader onlyCurrent = PushWriter.reader(OTHER_KEY, Duration.ZERO);
        byte[] plain
                = WRITER.plain(PushWriter.TICKET.replaceFirst("</xml>", " ".repeat(45_000) + "0000</xml>").getBytes(UTF_8));
        ByteBuffer random = ByteBuffer.wrap(plain);
        // of a wrong key's first blocks, one pair in 95,000 has a length that is not too long
        do {
            random.putInt(0, random.getInt(0) + 1);
        } while (Integer.toUnsignedLong(ByteBuffer.wrap(
                current.decrypt(decoded(WRITER.encrypt(Arrays.copyOf(plain, 32))))).getInt(16)) > 45_000);
        // and one message in 260 ends in its padding
        int end = new String(plain, ISO_8859_1).lastIndexOf("0000</xml>");
        PushWriter.Push push;
        int tail = 0;
        do {
            System.arraycopy(String.valueOf(1000 + tail++).getBytes(UTF_8), 0, plain, end, 4);
            push = WRITER.sign(WRITER.encrypt(plain));
        } while (push.readBy(onlyCurrent).equals(new PushResult.Refused(Refusal.CIPHER_TEXT)));

        assertThat(push.readBy(onlyCurrent)).isEqualTo(new PushResult.Refused(Refusal.FOREIGN_APP_ID));
        assertThat(push.readBy(PushWriter.reader(OTHER_KEY + "," + PushWriter.KEY, Duration.ZERO))).isEqualTo(TICKET);
    }

    private static byte[] decoded(String encrypt) {
        return Base64.getDecoder().decode(encrypt);
    }

    @Test
    void refusalIsThatOfTheKeyThatGotFurther() {
        PushWriter foreign = new PushWriter(PushWriter.TOKEN, PushWriter.KEY, "wxforeign");
        for (String keys : List.of(OTHER_KEY + "," + PushWriter.KEY, PushWriter.KEY + "," + OTHER_KEY)) {
            PushReader reader = PushWriter.reader(keys, Duration.ZERO);
            assertThat(foreign.write(PushWriter.TICKET).readBy(reader))
                    .isEqualTo(new PushResult.Refused(Refusal.FOREIGN_APP_ID));
            assertThat(WRITER.write("<xml>").readBy(reader)).isEqualTo(new PushResult.Refused(Refusal.MESSAGE));
        }
    }

    @ParameterizedTest
    @CsvSource({ "0,", "600,", "601,TOO_OLD", "86400,TOO_OLD", "-600,", "-601,TOO_EARLY", "-86400,TOO_EARLY" })
    void ageIsLimited(long seconds, Refusal refusal) {
        PushReader reader = PushWriter.reader(PushWriter.KEY, Duration.ofSeconds(seconds));

        assertThat(WRITER.write(PushWriter.TICKET).readBy(reader))
                .isEqualTo(refusal == null ? TICKET : new PushResult.Refused(refusal));
    }

    @Test
    void ageHasNoLimitWhereItIsZero() {
        Envelope envelope = new Envelope(PushWriter.APP_ID, PushWriter.TOKEN, PushWriter.KEY);
        PushReader late = new PushReader(envelope, Duration.ZERO, Clock.systemUTC());
        PushReader early = new PushReader(envelope, Duration.ZERO, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

        assertThat(WRITER.write(PushWriter.TICKET).readBy(late)).isEqualTo(TICKET);
        assertThat(WRITER.write(PushWriter.TICKET).readBy(early)).isEqualTo(new PushResult.Refused(Refusal.TOO_EARLY));
    }

    @Test
    void limitOfTheAgeIsNotNegative() {
        Envelope envelope = new Envelope(PushWriter.APP_ID, PushWriter.TOKEN, PushWriter.KEY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PushReader(envelope, Duration.ofMillis(-1), Clock.systemUTC()))
                .withMessageContaining("pushMaxAge is -1 ms");
    }

    @ParameterizedTest
    @CsvSource({
            "timestamp=1735689600&nonce=1320562132&echostr=1,QUERY",
            "signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=1735689600&nonce=1320562132,QUERY",
            "signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=1735689600&nonce=1320562132&echostr=<b>,QUERY",
            "signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=1735689600&nonce=1320562132&echostr=,QUERY",
            "signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=1735689600&nonce=1320562132&echostr=1&echostr=1,QUERY",
            "signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=1735689600&nonce=1320562133&echostr=1,SIGNATURE",
            "signature=92ae57937da35a27f5d0b74f31e7368688f5c505&timestamp=1735689600&nonce=1320562132&echostr=1,SIGNATURE",
            "msg_signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=1735689600&nonce=1320562132&echostr=1,QUERY",
            ",QUERY" })
    void checkOfTheAddressIsRefused(String query, Refusal refusal) {
        assertThat(PushWriter.reader().check(query)).isEqualTo(new PushResult.Refused(refusal));
    }

    @Test
    void textShowsNoSecret() {
        List<PushResult> results = List.of(
                TICKET,
                new PushResult.Accepted(new PushEvent.Authorized("authorized", PushWriter.TIME, "wx1", "code@@@1", null)),
                new PushResult.Refused(Refusal.TOO_OLD));

        assertThat(results).extracting(PushResult::toString).noneMatch(text -> text.contains("@@@")).containsExactly(
                "Accepted[event=Ticket[createTime=2025-01-01T00:00:00Z]]",
                "Accepted[event=Authorized[infoType=authorized, createTime=2025-01-01T00:00:00Z, authorizerAppId=wx1, "
                                                                           + "codeExpiresAt=null]]",
                "Refused[reason=TOO_OLD]");
    }
}
