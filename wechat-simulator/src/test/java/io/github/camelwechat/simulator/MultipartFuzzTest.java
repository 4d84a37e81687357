package io.github.camelwechat.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.camelwechat.simulator.multipart.Boundary;
import io.github.camelwechat.simulator.multipart.FramingException;
import io.github.camelwechat.simulator.multipart.MultipartReader;
import io.github.camelwechat.simulator.multipart.PartHeaders;
import io.github.camelwechat.simulator.multipart.PartListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms that nobody would send: each is read or refused, in a bounded time and memory, however it is cut into pieces.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MultipartFuzzTest {

    private static final int INPUTS = 10_000;
    private static final int MOST_READERS_NEED = 300_000;

    @Test
    void spoiltFormsAreReadOrRefused() {
        List<byte[]> forms = List.of(
                ApiClient.form("骆驼.png", Samples.picture("png"), null),
                ApiClient.form("a.mp4", Samples.film("isom"), "{\"title\":\"t\",\"introduction\":\"i\"}"),
                ApiClient.form("a.bin", ApiClient.utf8("\r\n--XyZ\r\r\n--XyZ-\r\n--Xy\r\n--XyZz--\r\n--"), ""),
                ApiClient.form("x".repeat(1_000), new byte[20_000], null),
                ApiClient.form("a", new byte[0], null));
        Mutations mutations = new Mutations(4);
        int read = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] form = mutations.of(forms.get(i % forms.size()));
            String contentType = mutations.upTo(3) == 0 ? "multipart/form-data" : "multipart/form-data; boundary=XyZ";
            String header = new String(mutations.of(ApiClient.utf8(contentType)), StandardCharsets.ISO_8859_1);
            String type = mutations.upTo(10) == 0 ? header : contentType;
            long allocated = Mutations.allocatedBy(() -> read(type, form, form.length + 1));
            assertThat(allocated).as("input %s", i).isLessThan(MOST_READERS_NEED + 20L * form.length);

            Optional<String> whole = read(type, form, form.length + 1);
            assertThat(read(type, form, 1 + mutations.upTo(100))).as("input %s", i).isEqualTo(whole);
            read += whole.isPresent() ? 1 : 0;
        }
        // else the inputs would be too bad to try anything but the first lines
        assertThat(read).isBetween(INPUTS / 10, INPUTS * 9 / 10);
    }

    @Test
    void theLongestHeadersAreTheSameInAnyPieces() {
        boolean[] seen = new boolean[2];
        for (int length = 8_088; length <= 8_100; length++) {
            byte[] form = ApiClient.form("x".repeat(length), new byte[10], null);
            Optional<String> whole = read("multipart/form-data", form, form.length);
            assertThat(read("multipart/form-data", form, 1)).as("%s", length).isEqualTo(whole);
            assertThat(read("multipart/form-data", form, 4_096)).as("%s", length).isEqualTo(whole);
            seen[whole.isPresent() ? 1 : 0] = true;
        }
        assertThat(seen).containsExactly(true, true);
    }

    @Test
    void aFormThatNeverEndsNeedsNoMoreThanItsWindow() {
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] megabyte = new byte[1024 * 1024];
        byte[] almost = "\r\n--a".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + almost.length <= megabyte.length; i += almost.length) {
            System.arraycopy(almost, 0, megabyte, i, almost.length);
        }
        read("multipart/form-data", head, head.length); // whatever classes have to be loaded are loaded now
        long allocated = Mutations.allocatedBy(() -> {
            MultipartReader reader = new MultipartReader(new Boundary("b"), new Parts(false));
            reader.read(ByteBuffer.wrap(head));
            for (int i = 0; i < 100; i++) {
                reader.read(ByteBuffer.wrap(megabyte));
            }
        });

        assertThat(allocated).isLessThan(MOST_READERS_NEED);
    }

    /** {@return what was read, empty if it was refused} */
    private static Optional<String> read(String contentType, byte[] form, int piece) {
        Parts parts = new Parts(true);
        try {
            MultipartReader reader = new MultipartReader(Boundary.of(contentType), parts);
            for (int at = 0; at < form.length; at += piece) {
                reader.read(ByteBuffer.wrap(form, at, Math.min(piece, form.length - at)));
            }
            reader.finish();
            return Optional.of(parts.text());
        } catch (FramingException e) {
            assertThat(e.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    /** Reads the headers of every part, as the interfaces do. */
    private static final class Parts implements PartListener {

        private final boolean keep;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Parts(boolean keep) {
            this.keep = keep;
        }

        @Override
        public void partBegins(PartHeaders headers) {
            var disposition = headers.disposition();
            read.writeBytes(ApiClient.utf8("[" + disposition.name() + "|" + disposition.fileName() + "|"
                                           + disposition.hasExtendedFileName() + "]"));
        }

        @Override
        public void partBytes(byte[] bytes, int offset, int length) {
            if (keep) {
                read.writeBytes(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        }

        @Override
        public void partEnds() {
            read.write('.');
        }

        String text() {
            return read.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
