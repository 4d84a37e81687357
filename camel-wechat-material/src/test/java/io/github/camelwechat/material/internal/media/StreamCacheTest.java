package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.ByteArrayInputStreamCache;
import org.apache.camel.converter.stream.FileInputStreamCache;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamCacheTest extends PreparerTestBase {

    /** Says whether it was closed, and, if wanted, that its length is not known. */
    static class WatchedCache extends ByteArrayInputStream implements UncopiedCache {

        private final boolean tellsLength;
        int resets;
        int closed;

        WatchedCache(byte[] bytes, boolean tellsLength) {
            super(bytes);
            this.tellsLength = tellsLength;
        }

        @Override
        public synchronized void reset() {
            super.reset();
            resets++;
        }

        @Override
        public void close() {
            closed++;
        }

        @Override
        public long length() {
            return tellsLength ? count : 0;
        }

        @Override
        public long position() {
            return pos;
        }

        int left() {
            return available();
        }
    }

    @Test
    void oneThatKnowsItsLengthIsReadWhereItLies() throws IOException {
        byte[] picture = Samples.filledUp("picture.png", 300_000);
        WatchedCache cache = new WatchedCache(picture, true);
        assertThat(cache.skip(1000)).as("somebody has read of it before").isEqualTo(1000);

        Media media = prepare(cache);
        assertThat(media.length()).isEqualTo(300_000);
        assertThat(Samples.read(media)).isEqualTo(picture);
        assertThat(Samples.read(media)).isEqualTo(picture);
        assertThat(list(spoolParent)).isEmpty();
        media.close();

        assertThat(cache.left()).as("reset for the next step").isEqualTo(300_000);
        assertThat(cache.closed).isZero();
        int resets = cache.resets;
        media.close();
        assertThat(cache.resets).as("not touched again").isEqualTo(resets);
    }

    @Test
    void oneOfUnknownLengthIsSpooled() throws IOException {
        byte[] picture = Samples.filledUp("picture.png", 300_000);
        WatchedCache cache = new WatchedCache(picture, false);
        cache.skip(1000);

        try (Media media = prepare(cache)) {
            assertThat(cache.left()).isEqualTo(300_000);
            assertThat(spooled()).as("named").isEmpty();
            assertThat(Samples.read(media)).isEqualTo(picture);
        }
        assertThat(spooled()).isEmpty();
        assertThat(cache.closed).isZero();
    }

    @Test
    void oneThatIsRefusedIsResetAndNotClosed() throws IOException {
        for (boolean tellsLength : new boolean[] { true, false }) {
            for (byte[] body : new byte[][] {
                    Samples.filledUp("picture.png", (10 << 20) + 1), Samples.bytes("picture.webp"), new byte[20_000], {} }) {
                WatchedCache cache = new WatchedCache(body, tellsLength);
                assertThatExceptionOfType(InvalidMaterialException.class).isThrownBy(() -> prepare(cache));
                assertThat(cache.left()).isEqualTo(body.length);
                assertThat(cache.closed).isZero();
                assertThat(spooled()).isEmpty();
            }
        }
    }

    /** Some write byte by byte, others in pieces that have nothing to do with ours. */
    @ParameterizedTest
    @ValueSource(ints = { 1, 5000, 8191, 100_000 })
    void oneThatIsWrittenInPiecesIsTakenWhole(int piece) throws IOException {
        byte[] picture = Samples.filledUp("picture.png", 300_000);
        WatchedCache cache = new WatchedCache(picture, false) {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                for (int at = 0; at < count; at += piece) {
                    if (piece == 1) {
                        out.write(buf[at]);
                    } else {
                        out.write(buf, at, Math.min(piece, count - at));
                    }
                }
            }
        };
        try (Media media = prepare(cache)) {
            assertThat(Samples.read(media)).isEqualTo(picture);
        }
    }

    @Test
    void oneThatIsReadInSmallPortionsIsRecognised() throws IOException {
        byte[] picture = Samples.bytes("picture.png");
        WatchedCache cache = new WatchedCache(picture, true) {
            @Override
            public synchronized int read(byte[] target, int offset, int wanted) {
                return super.read(target, offset, Math.min(2, wanted));
            }
        };
        try (Media media = prepare(cache)) {
            assertThat(media.format()).isEqualTo(MediaFormat.PNG);
            assertThat(Samples.read(media)).isEqualTo(picture);
        }
    }

    @Test
    void oneThatBreaksAtItsFirstBytesIsReset() {
        BreakingCache cache = new BreakingCache(Samples.filledUp("picture.png", 20_000), 2);
        assertThatExceptionOfType(WechatMaterialException.class).isThrownBy(() -> prepare(cache, null, "a.png"))
                .withMessageContaining("disk is dead");
        assertThat(cache.left()).isEqualTo(20_000);
    }

    @Test
    void oneThatBreaksWhileItIsListenedToIsReset() {
        byte[] voice = Samples.bytes("length/nb-60.amr");
        BreakingCache cache = new BreakingCache(voice, 3);
        assertThatExceptionOfType(WechatMaterialException.class).isThrownBy(() -> prepare(cache, null, "a.amr"))
                .withMessageContaining("disk is dead");
        assertThat(cache.left()).isEqualTo(voice.length);
    }

    /** Yields some bytes and then breaks, when it has been reset so often. */
    private static final class BreakingCache extends WatchedCache {

        private final int breaksAfter;

        BreakingCache(byte[] bytes, int breaksAfter) {
            super(bytes, true);
            this.breaksAfter = breaksAfter;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int wanted) {
            if (resets == breaksAfter && pos > 0) {
                fail();
            }
            return super.read(target, offset, Math.min(1000, wanted));
        }

        private static <T extends Throwable> void fail() throws T {
            @SuppressWarnings("unchecked")
            T unchecked = (T) new IOException("disk is dead");
            throw unchecked;
        }
    }

    @Test
    void camelsOwnCachesAreTaken() throws IOException {
        byte[] picture = Samples.filledUp("picture.png", 300_000);
        FileInputStreamCache file
                = new FileInputStreamCache(Files.write(temporary.resolve("cos.tmp"), picture).toFile());
        for (StreamCache cache : new StreamCache[] {
                new InputStreamCache(picture), new ByteArrayInputStreamCache(new ByteArrayInputStream(picture)), file }) {
            try (Media media = prepare(cache)) {
                assertThat(Samples.read(media)).isEqualTo(picture);
                assertThat(Samples.read(media)).isEqualTo(picture);
                assertThat(list(spoolParent)).as(cache.getClass().getName()).isEmpty();
            }
        }
        assertThat(file.readAllBytes()).isEqualTo(picture);
        file.close();
    }

    @Test
    void oneWhoseFileIsGoneIsRefused() throws IOException {
        Path file = Files.write(temporary.resolve("cos.tmp"), Samples.bytes("picture.png"));
        FileInputStreamCache cache = new FileInputStreamCache(file.toFile());
        Files.delete(file);
        assertThatExceptionOfType(InvalidMaterialException.class).isThrownBy(() -> prepare(cache, null, "a.png"))
                .withMessageStartingWith("a.png: its stream cache cannot be read again");
    }

    @Test
    void oneOfCharactersIsTextAndSaidToBe() {
        ReaderCache cache = new ReaderCache("hello, this is no picture");
        assertThatExceptionOfType(InvalidMaterialException.class).isThrownBy(() -> prepare(cache))
                .withMessageContaining("this is text");
        ReaderCache amr = new ReaderCache("#!AMR\nABCDEF");
        try (Media media = prepare(amr)) {
            assertThat(media.length()).isEqualTo("#!AMR\nABCDEF".getBytes(StandardCharsets.US_ASCII).length);
        }
    }
}
