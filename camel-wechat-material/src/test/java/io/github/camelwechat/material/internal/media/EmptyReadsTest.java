package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Streams that break the rule that a read waits for a byte or tells the end. */
@Timeout(30)
class EmptyReadsTest extends PreparerTestBase {

    private final byte[] picture = Samples.filledUp("picture.png", 200_000);

    /** Gives so many bytes, then 0 for so many reads, then the rest. */
    private static class Halting extends InputStream {

        private final InputStream bytes;
        private int rest;
        private int empty;
        int closed;

        Halting(byte[] bytes, int first, int empty) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.rest = first;
            this.empty = empty;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (rest == 0 && empty > 0) {
                empty--;
                return 0;
            }
            int read = bytes.read(target, offset, rest > 0 ? Math.min(rest, count) : count);
            rest -= Math.min(rest, Math.max(read, 0));
            return read;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    /** A cache whose length Camel is told, or not. */
    private static final class HaltingCache extends Halting implements UncopiedCache {

        private final long length;

        HaltingCache(byte[] bytes, int first, long length) {
            super(bytes, first, Integer.MAX_VALUE);
            this.length = length;
        }

        @Override
        public void reset() {
            // read but once here
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public long position() {
            return 0;
        }
    }

    @AfterEach
    void noInterruptIsLeft() {
        Thread.interrupted();
    }

    private WechatMaterialException failure(InputStream stream) {
        return catchThrowableOfType(WechatMaterialException.class, () -> prepare(stream, null, "a.png"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 5000, 150_000 })
    void streamThatGivesNothingForEverIsGivenUp(int first) throws IOException {
        Halting stream = new Halting(picture, first, Integer.MAX_VALUE);

        assertThat(failure(stream)).isExactlyInstanceOf(WechatMaterialException.class)
                .hasMessageStartingWith("a.png: reading the body failed").hasMessageContaining("0 bytes 1000 times in a row");
        assertThat(stream.closed).isEqualTo(1);
        assertThat(spooled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, EmptyReads.MAX_IN_A_ROW - 1 })
    void fewEmptyReadsAreBorneWith(int empty) throws IOException {
        try (Media media = prepare(new Halting(picture, 9000, empty))) {
            assertThat(Samples.read(media)).isEqualTo(picture);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 200_000 })
    void cacheThatGivesNothingForEverIsGivenUp(long length) throws IOException {
        assertThat(failure(new HaltingCache(picture, 5000, length))).hasMessageContaining("times in a row");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void voiceWhosePlayTimeCannotBeReadIsGivenUp() {
        byte[] voice = Samples.bytes("cbr.mp3");

        assertThat(failure(new HaltingCache(voice, Math.min(FirstBytes.SNIFFED_BYTES, voice.length), voice.length)))
                .hasMessageContaining("times in a row");
    }

    @Test
    void interruptedCallerWaitsForNoBytes() {
        Thread.currentThread().interrupt();

        assertThat(failure(new Halting(picture, 5000, Integer.MAX_VALUE))).hasRootCauseInstanceOf(InterruptedIOException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void interruptedCallerIsNotToldToMakeRoom() throws IOException {
        Thread.currentThread().interrupt();

        assertThat(failure(new ByteArrayInputStream(picture))).isInstanceOf(NotSentException.class)
                .hasMessageContaining("a.png: not sent, the thread was interrupted").message().doesNotContain("tmpdir");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(spooled()).isEmpty();
    }

    @Test
    void uploadAfterTheStopIsNotToldToMakeRoom() {
        folder.close();

        assertThat(failure(new ByteArrayInputStream(picture))).isInstanceOf(NotSentException.class)
                .hasMessage("a.png: not sent, the component is stopped");
    }
}
