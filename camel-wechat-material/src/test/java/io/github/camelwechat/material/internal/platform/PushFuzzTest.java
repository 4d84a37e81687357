package io.github.camelwechat.material.internal.platform;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fixed number of spoilt pushes: each is accepted or refused, in bounded memory, and no text shows a secret. Those
 * spoilt before they were signed get past the first checks.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PushFuzzTest {

    private static final int INPUTS = 30_000;
    /** Memory stands for work: a clock would measure what else the machine does. */
    private static final long MAX_ALLOCATED = 1_000_000;
    private static final long MAX_ALLOCATED_PER_BYTE = 60;
    private static final String OTHER_KEY = "planted0123456789planted0123456789planted04";
    private static final List<String> PIECES = List.of(
            "<", ">", "</", "/>", "<a>", "</xml>", "<xml>", "<![CDATA[", "]]>", "<!--", "-->", "<?a?>", "<!DOCTYPE a [", "&#0;",
            "&#x10ffff;", "&amp;", "&a;", "<Encrypt>", "<AppId/>", "<CreateTime>0</CreateTime>", "\0", "\ufeff", "\ud83d\udc2b",
            "=", "&", "%00", "&nonce=1", "&timestamp", "msg_signature=", "+", "9".repeat(100), "<a>".repeat(500),
            "<a b=''/>".repeat(500), "\u00ff", "A".repeat(3000));

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Random random = new Random(20261129);
    private final PushWriter writer = PushWriter.own();
    private final PushReader reader = PushWriter.reader(OTHER_KEY + "," + PushWriter.KEY, Duration.ZERO);
    private final List<String> messages = List.of(
            PushWriter.TICKET,
            PushWriter.message("<InfoType>authorized</InfoType><AuthorizerAppid>wxshop</AuthorizerAppid><AuthorizationCode>"
                               + "planted@@@code</AuthorizationCode><AuthorizationCodeExpiredTime>1735693200"
                               + "</AuthorizationCodeExpiredTime>"),
            PushWriter.message("<InfoType>unauthorized</InfoType><AuthorizerAppid>wxshop</AuthorizerAppid>"),
            PushWriter.message("<InfoType>notify_third_fasteregister</InfoType><info><name>骆驼</name></info>"));

    private record Input(String query, byte[] body, boolean genuine) {
    }

    @Test
    void isAcceptedOrRefused() {
        Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
        List<PushResult> accepted = new ArrayList<>();
        // the classes of the parser are loaded here
        writer.write(PushWriter.TICKET).readBy(reader);
        try (ErrorStream errors = ErrorStream.watch()) {
            for (int i = 0; i < INPUTS; i++) {
                String message = messages.get(i % messages.size());
                Input input = pushOf(message);
                long before = threads.getCurrentThreadAllocatedBytes();
                PushResult result = reader.read(input.query(), new ByteArrayInputStream(input.body()));
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;

                assertThat(allocated).as("input %s", i)
                        .isLessThan(MAX_ALLOCATED + MAX_ALLOCATED_PER_BYTE * input.body().length);
                if (result instanceof PushResult.Refused reason) {
                    refused.merge(reason.reason(), 1, Integer::sum);
                } else {
                    accepted.add(result);
                    assertThat(result.toString()).as("input %s", i).doesNotContain("@@@");
                    if (!input.genuine()) {
                        assertThat(result).as("input %s", i).isEqualTo(writer.write(message).readBy(reader));
                    }
                }
                assertThat(reader.check(input.query())).isInstanceOf(PushResult.Refused.class);
            }
            assertThat(errors.written()).isZero();
        }
        assertThat(accepted).hasSizeBetween(INPUTS / 20, INPUTS / 2);
        assertThat(refused).containsKeys(
                Refusal.QUERY, Refusal.BODY, Refusal.BODY_TOO_LARGE, Refusal.SIGNATURE, Refusal.CIPHER_TEXT,
                Refusal.FOREIGN_APP_ID, Refusal.MESSAGE, Refusal.TOO_OLD, Refusal.TOO_EARLY);
    }

    @Test
    void hostileDocumentCostsNoMore() {
        PushWriter.Push push = writer.write(PushWriter.TICKET);
        HostileXml.of(push.body(), "http://127.0.0.1:1/").forEach((name, document) -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            reader.read(push.query(), new ByteArrayInputStream(document));
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(name)
                    .isLessThan(MAX_ALLOCATED + MAX_ALLOCATED_PER_BYTE * document.length);
        });
    }

    /** Spoils one layer of a push. It is genuine if it was signed after that, with the token. */
    private Input pushOf(String message) {
        byte[] plain = writer.plain(message.getBytes(UTF_8));
        PushWriter.Push push = writer.sign(writer.encrypt(plain));
        return switch (random.nextInt(6)) {
            case 0 -> new Input(spoilt(push.query()), push.body().getBytes(UTF_8), false);
            case 1 -> new Input(push.query(), spoilt(push.body().getBytes(UTF_8)), false);
            case 2 -> {
                PushWriter.Push signed = writer.sign(spoilt(push.encrypt()));
                yield new Input(signed.query(), signed.body().getBytes(UTF_8), true);
            }
            case 3 -> input(writer.encrypt(blocks(spoilt(plain))));
            case 4 -> input(writer.encrypt(writer.plain(spoilt(message.getBytes(UTF_8)))));
            default -> {
                byte[] large = Arrays.copyOf(push.body().getBytes(UTF_8), 65_000 + random.nextInt(1_000));
                Arrays.fill(large, push.body().length(), large.length, (byte) ' ');
                yield new Input(push.query(), random.nextBoolean() ? large : spoilt(large), false);
            }
        };
    }

    private Input input(String encrypt) {
        PushWriter.Push push = writer.sign(encrypt);
        return new Input(push.query(), push.body().getBytes(UTF_8), true);
    }

    private static byte[] blocks(byte[] bytes) {
        return Arrays.copyOf(bytes, (bytes.length + 15) / 16 * 16);
    }

    private String spoilt(String text) {
        return new String(spoilt(text.getBytes(ISO_8859_1)), ISO_8859_1);
    }

    private byte[] spoilt(byte[] bytes) {
        byte[] spoilt = bytes.clone();
        for (int times = random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(spoilt.length + 1);
            spoilt = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(spoilt, at);
                case 1 -> flipped(spoilt, at);
                case 2 -> with(spoilt, at, PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8), at);
                case 3 -> with(spoilt, at, new byte[0], Math.min(spoilt.length, at + random.nextInt(40)));
                default -> with(spoilt, at, Arrays.copyOfRange(spoilt, random.nextInt(at + 1), at), at);
            };
        }
        return spoilt;
    }

    private byte[] flipped(byte[] bytes, int at) {
        if (at < bytes.length) {
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** {@return the start of a text, a piece, and the rest of the text from another place on} */
    private static byte[] with(byte[] text, int end, byte[] piece, int from) {
        byte[] joined = Arrays.copyOf(text, end + piece.length + text.length - from);
        System.arraycopy(piece, 0, joined, end, piece.length);
        System.arraycopy(text, from, joined, end + piece.length, text.length - from);
        return joined;
    }
}
