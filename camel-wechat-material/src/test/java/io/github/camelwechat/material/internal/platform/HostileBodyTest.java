package io.github.camelwechat.material.internal.platform;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Bodies and messages that are too long, or no XML that anyone should send, are refused before they cost much. */
class HostileBodyTest {

    private static final PushWriter WRITER = PushWriter.own();
    private static final PushWriter.Push PUSH = WRITER.write(PushWriter.TICKET);
    private static final PushResult TICKET
            = new PushResult.Accepted(new PushEvent.Ticket(PushWriter.TIME, "ticket@@@camel-0001"));

    private static PushResult refused(Refusal reason) {
        return new PushResult.Refused(reason);
    }

    @Test
    void hostileDocumentIsRefusedInsideAndOutside() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            calls.incrementAndGet();
            call.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        PushReader reader = PushWriter.reader();
        try (ErrorStream errors = ErrorStream.watch()) {
            HostileXml.of(PUSH.body(), address).forEach((name, document) -> assertThat(
                    reader.read(PUSH.query(), new ByteArrayInputStream(document))).as(name).isEqualTo(refused(Refusal.BODY)));
            HostileXml.of(PushWriter.TICKET, address).forEach((name, document) -> assertThat(
                    WRITER.sign(WRITER.encrypt(WRITER.plain(document))).readBy(reader)).as(name)
                    .isEqualTo(refused(Refusal.MESSAGE)));
            assertThat(errors.written()).isZero();
        } finally {
            server.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<xml><Other>a</Other></xml>", "<xml><encrypt>a</encrypt></xml>", "<Encrypt>a</Encrypt>", "<xml/>",
            "<xml><a:Encrypt xmlns:a='u'>a</a:Encrypt></xml>", "<xml><A><Encrypt>a</Encrypt></A></xml>" })
    void bodyWithoutItsFieldIsRefused(String body) {
        assertThat(PushWriter.read(PushWriter.reader(), PUSH.query(), body)).isEqualTo(refused(Refusal.BODY));
    }

    @Test
    void bodyOverTheLimitIsNotReadOn() {
        byte[] push = PUSH.body().getBytes(UTF_8);
        byte[] padded = Arrays.copyOf(push, 65_536);
        Arrays.fill(padded, push.length, padded.length, (byte) ' ');
        CountedStream limit = new CountedStream(padded, 0);
        CountedStream larger = new CountedStream(padded, 1);
        CountedStream endless = new CountedStream(padded, Long.MAX_VALUE);

        assertThat(PushWriter.reader().read(PUSH.query(), limit)).isEqualTo(TICKET);
        assertThat(PushWriter.reader().read(PUSH.query(), larger)).isEqualTo(refused(Refusal.BODY_TOO_LARGE));
        assertThat(PushWriter.reader().read(PUSH.query(), endless)).isEqualTo(refused(Refusal.BODY_TOO_LARGE));
        assertThat(endless.read).isEqualTo(65_537);
        assertThat(Refusal.BODY_TOO_LARGE.status()).isEqualTo(413);
        assertThat(Stream.of(Refusal.values()).filter(reason -> reason != Refusal.BODY_TOO_LARGE))
                .allMatch(reason -> reason.status() == 403);
    }

    @Test
    void bodyIsNotReadWhereTheQueryIsWrong() {
        CountedStream body = new CountedStream(new byte[0], Long.MAX_VALUE);

        assertThat(PushWriter.reader().read("timestamp=1", body)).isEqualTo(refused(Refusal.QUERY));
        assertThat(body.read).isZero();
    }

    @Test
    void bodyThatEndsInAnErrorIsRefused() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("planted");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("planted");
            }
        };
        InputStream broken = new FilterInputStream(gone) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                throw new IllegalStateException("planted");
            }
        };

        assertThat(PushWriter.reader().read(PUSH.query(), gone)).isEqualTo(refused(Refusal.BODY_UNREADABLE));
        assertThat(PushWriter.reader().read(PUSH.query(), broken)).isEqualTo(refused(Refusal.BODY_UNREADABLE));
    }

    /** Bytes, and blanks after them. */
    private static final class CountedStream extends InputStream {

        private final byte[] start;
        private final long length;
        private long read;

        CountedStream(byte[] start, long blanks) {
            this.start = start;
            this.length = blanks == Long.MAX_VALUE ? blanks : start.length + blanks;
        }

        @Override
        public int read() {
            if (read == length) {
                return -1;
            }
            int next = read < start.length ? start[(int) read] : ' ';
            read++;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = 0;
            for (int next = 0; count < length && (next = read()) >= 0; count++) {
                bytes[offset + count] = (byte) next;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
