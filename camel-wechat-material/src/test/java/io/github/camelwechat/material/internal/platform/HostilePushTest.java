package io.github.camelwechat.material.internal.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What strangers send, and what they make of a push that they have seen, is refused with its reason. */
class HostilePushTest {

    private static final PushWriter WRITER = PushWriter.own();
    private static final PushWriter.Push PUSH = WRITER.write(PushWriter.TICKET);
    private static final PushResult TICKET
            = new PushResult.Accepted(new PushEvent.Ticket(PushWriter.TIME, "ticket@@@camel-0001"));

    private static PushResult refused(Refusal reason) {
        return new PushResult.Refused(reason);
    }

    static Stream<String> wrongQueries() {
        String query = PUSH.query();
        return Stream.of(
                null, "", "&&&", "timestamp", query.replace("msg_signature", "signature2"),
                query.replaceFirst("&msg_signature=.*", ""), query.replaceFirst("timestamp=\\d+&", ""),
                query.replaceFirst("nonce=\\d+&", ""), query + "&timestamp=1735689600", "timestamp=999&" + query,
                query + "&nonce", query + "&msg_signature=" + PUSH.signature(), query + "&signature=x",
                query + "&encrypt_type=aes", query.replace("=aes", "=raw"), query.replace("=aes", "=AES"),
                query.replace(PUSH.signature(), PUSH.signature().toUpperCase(Locale.ROOT)),
                query.replace(PUSH.signature(), PUSH.signature().substring(1)), query.replace("nonce=1", "nonce=%31"),
                query.replace("nonce=1", "nonce=+1"), query.replace("timestamp=", "timestamp=-"),
                query.replace("timestamp=", "timestamp=00000000000"), query.replace("nonce=", "nonce=" + "0".repeat(64)),
                query.replace("timestamp=1735689600", "timestamp=\u0661\u0667\u0663\u0665"), query.replace('&', ';'),
                query + "&" + "a".repeat(8192 - query.length()), query + "&".repeat(9_000));
    }

    @ParameterizedTest
    @MethodSource("wrongQueries")
    void wrongQueryIsRefused(String query) {
        assertThat(PushWriter.read(PushWriter.reader(), query, PUSH.body())).isEqualTo(refused(Refusal.QUERY));
    }

    @Test
    void anotherSignatureIsRefused() {
        PushReader reader = PushWriter.reader();
        String body = PUSH.body();

        assertThat(PushWriter.read(reader, PUSH.query().replace("nonce=1", "nonce=2"), body))
                .isEqualTo(refused(Refusal.SIGNATURE));
        assertThat(PushWriter.read(reader, PUSH.query().replace("msg_signature=6", "msg_signature=7"), body))
                .isEqualTo(refused(Refusal.SIGNATURE));
        assertThat(PushWriter.read(reader, PUSH.query(), body.replace("[Q3st", "[Q3su"))).isEqualTo(refused(Refusal.SIGNATURE));
        assertThat(PushWriter.read(reader, PUSH.query(), body.replace("[Q3st", "[ Q3st")))
                .isEqualTo(refused(Refusal.SIGNATURE));
        assertThat(new PushWriter("anothertoken", PushWriter.KEY, PushWriter.APP_ID).write(PushWriter.TICKET).readBy(reader))
                .isEqualTo(refused(Refusal.SIGNATURE));
    }

    @Test
    void signatureOfTheQueryIsNoneOfABody() {
        String signature = PushWriter.signature(PushWriter.TOKEN, PUSH.timestamp(), PUSH.nonce());
        PushWriter.Push empty = new PushWriter.Push(PUSH.timestamp(), PUSH.nonce(), signature, "");

        assertThat(empty.readBy(PushWriter.reader())).isEqualTo(refused(Refusal.CIPHER_TEXT));
        assertThat(PushWriter.read(PushWriter.reader(), empty.query(), "<xml/>")).isEqualTo(refused(Refusal.BODY));
    }

    @Test
    void swappedTimestampAndNonceMakeAPushNoYounger() {
        // both orders have the same signature
        PushWriter.Push swapped = new PushWriter.Push(PUSH.nonce(), PUSH.timestamp(), PUSH.signature(), PUSH.encrypt());
        PushWriter.Push later = WRITER.sign("1735689600", "1735690260", PUSH.encrypt());
        PushWriter.Push laterSwapped
                = new PushWriter.Push(later.nonce(), later.timestamp(), later.signature(), later.encrypt());
        PushReader afterElevenMinutes = PushWriter.reader(PushWriter.KEY, Duration.ofMinutes(11));

        assertThat(swapped.readBy(PushWriter.reader())).isEqualTo(TICKET);
        assertThat(laterSwapped.readBy(PushWriter.reader())).isEqualTo(TICKET);
        assertThat(laterSwapped.readBy(afterElevenMinutes)).isEqualTo(refused(Refusal.TOO_OLD));
    }

    @ParameterizedTest
    @ValueSource(strings = { PushWriter.TOKEN, "0token", "zztoken" })
    void bytesMovedBetweenTheSignedValuesChangeNothing(String token) {
        PushWriter writer = new PushWriter(token, PushWriter.KEY, PushWriter.APP_ID);
        PushReader reader = new PushReader(
                new Envelope(PushWriter.APP_ID, token, PushWriter.KEY), Duration.ZERO, Clock.systemUTC());
        int moved = 0;
        int withoutBlocks = 0;
        for (int i = 0; i < 30; i++) {
            byte[] plain = writer.plain(PushWriter.TICKET.getBytes(UTF_8));
            plain[0] = (byte) i;
            PushWriter.Push push = writer.sign(writer.encrypt(plain));
            PushResult original = push.readBy(reader);
            assertThat(original).isInstanceOf(PushResult.Accepted.class);
            // few cipher texts start with three blocks that could be a nonce
            List<PushWriter.Push> others
                    = push.encrypt().substring(0, 64).matches("\\w+") ? Resplit.of(push, token) : List.of();
            for (PushWriter.Push other : others) {
                moved++;
                withoutBlocks += other.encrypt().length() == push.encrypt().length() - 64 ? 1 : 0;
                assertThat(other.readBy(reader)).as("%s", other)
                        .isEqualTo(other.encrypt().equals(push.encrypt()) ? original : refused(Refusal.CIPHER_TEXT));
            }
        }
        assertThat(moved).isGreaterThan(100);
        assertThat(withoutBlocks).isPositive();
    }

    static Stream<Arguments> cipherTexts() {
        byte[] plain = WRITER.plain(PushWriter.TICKET.getBytes(UTF_8));
        String encrypt = PUSH.encrypt();
        return Stream.of(
                arguments("not Base64", "Q3st*"),
                arguments("line break", encrypt.substring(0, 76) + "\n" + encrypt.substring(76)),
                arguments("other alphabet", encrypt.replace('+', '-').replace('/', '_')),
                arguments("half a block", Base64.getEncoder().encodeToString(new byte[24])),
                arguments("cut by a block", WRITER.encrypt(Arrays.copyOf(plain, plain.length - 16))),
                arguments("cut by two", WRITER.encrypt(Arrays.copyOf(plain, plain.length - 32))),
                arguments("no padding of Base64", padded(27).replace("=", "")),
                arguments("zeros", WRITER.encrypt(new byte[64])),
                arguments("padding of 0", changed(bytes -> bytes[bytes.length - 1] = 0)),
                arguments("padding of 33", padded(33)), arguments("padding of 48", padded(48)),
                arguments("padding of 255", changed(bytes -> bytes[bytes.length - 1] = -1)),
                arguments("padding of two values", changed(bytes -> bytes[bytes.length - 25] = 24)),
                arguments("padding longer than all", WRITER.encrypt(filled(16, 32))),
                arguments("padding only", WRITER.encrypt(filled(32, 32))),
                arguments("no length", WRITER.encrypt(filled(32, 13))),
                arguments("length of all", changed(bytes -> bytes[18] = 2)),
                arguments("negative length", changed(bytes -> bytes[16] = -1)),
                arguments("largest length", changed(bytes -> Arrays.fill(bytes, 16, 20, (byte) 0x7f))));
    }

    /** {@return a ticket, and blanks after it, that end in so many bytes of padding} */
    private static String padded(int padding) {
        int content = 20 + PushWriter.TICKET.length() + PushWriter.APP_ID.length();
        int blanks = -(content + padding) & 15;
        byte[] plain = WRITER.plain((PushWriter.TICKET + " ".repeat(blanks)).getBytes(UTF_8));
        int end = content + blanks;
        byte[] padded = Arrays.copyOf(plain, end + padding);
        Arrays.fill(padded, end, padded.length, (byte) padding);
        return WRITER.encrypt(padded);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 15, 16, 17, 27, 31, 32 })
    void paddingUpTo32IsTaken(int padding) {
        assertThat(WRITER.sign(padded(padding)).readBy(PushWriter.reader())).isEqualTo(TICKET);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String changed(Consumer<byte[]> change) {
        byte[] plain = WRITER.plain(PushWriter.TICKET.getBytes(UTF_8));
        change.accept(plain);
        return WRITER.encrypt(plain);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cipherTexts")
    void cipherTextOfNoMessageIsRefused(String name, String encrypt) {
        assertThat(WRITER.sign(encrypt).readBy(PushWriter.reader())).isEqualTo(refused(Refusal.CIPHER_TEXT));
    }

    @Test
    void shorterLengthIsRefused() {
        // the end of the message would be read as the start of the AppID
        assertThat(WRITER.sign(changed(bytes -> bytes[19]--)).readBy(PushWriter.reader()))
                .isEqualTo(refused(Refusal.FOREIGN_APP_ID));
        assertThat(WRITER.sign(changed(bytes -> bytes[19] = 0)).readBy(PushWriter.reader()))
                .isEqualTo(refused(Refusal.FOREIGN_APP_ID));
    }

    @Test
    void pushOfAnotherPlatformIsRefused() {
        PushWriter foreign = new PushWriter(PushWriter.TOKEN, PushWriter.KEY, "wxforeign");
        String foreignInside = PushWriter.TICKET.replace(PushWriter.APP_ID, "wxforeign");
        PushReader reader = PushWriter.reader();

        assertThat(foreign.write(PushWriter.TICKET).readBy(reader)).isEqualTo(refused(Refusal.FOREIGN_APP_ID));
        assertThat(WRITER.write(foreignInside).readBy(reader)).isEqualTo(refused(Refusal.FOREIGN_APP_ID));
        assertThat(WRITER.write(PushWriter.TICKET.replaceFirst("<AppId>.*</AppId>", "")).readBy(reader))
                .isEqualTo(refused(Refusal.MESSAGE));
        // it is not signed
        assertThat(PushWriter.read(reader, PUSH.query(), PUSH.body().replace(PushWriter.APP_ID, "wxforeign")))
                .isEqualTo(TICKET);
    }

    @Test
    void reasonsForTheLogHoldNothingOfThePush() {
        assertThat(Map.of(
                Refusal.BODY_TOO_LARGE, "the body has more than 65536 bytes",
                Refusal.TOO_EARLY, "its CreateTime is more than 10 minutes ahead; the clock of this machine is slow"))
                .allSatisfy((reason, text) -> assertThat(reason.text()).isEqualTo(text));
        assertThat(Refusal.values()).allMatch(reason -> reason.text().matches("[\\w ,;'-]+")).extracting(Refusal::text)
                .doesNotHaveDuplicates();
    }
}
