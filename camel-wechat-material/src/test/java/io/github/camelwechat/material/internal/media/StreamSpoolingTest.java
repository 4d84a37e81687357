package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StreamSpoolingTest extends PreparerTestBase {

    private static final int THRESHOLD = MediaPreparer.DEFAULT_THRESHOLD;

    @ParameterizedTest
    @ValueSource(ints = { 2000, 8191, 8192, 8193, 20_000, THRESHOLD })
    void littleStaysInMemory(int length) throws IOException {
        byte[] picture = Samples.filledUp("picture.png", length);
        WatchedStream stream = new WatchedStream(picture);
        try (Media media = prepare(stream)) {
            assertThat(media.length()).isEqualTo(length);
            assertThat(Samples.read(media)).isEqualTo(picture);
            assertThat(Samples.read(media)).isEqualTo(picture);
            assertThat(list(spoolParent)).isEmpty();
            assertThat(stream.closed).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(ints = { THRESHOLD + 1, 1_000_000, 10 << 20 })
    void moreGoesToAFileThatOnlyTheUserReads(int length) throws IOException {
        byte[] picture = Samples.filledUp("picture.png", length);
        WatchedStream stream = new WatchedStream(picture);
        try (Media media = prepare(stream)) {
            assertThat(stream.closed).isEqualTo(1);
            assertThat(media.length()).isEqualTo(length);
            assertThat(Samples.read(media)).isEqualTo(picture);
            assertThat(Samples.read(media)).isEqualTo(picture);

            assertThat(spooled()).as("nothing that a killed process leaves behind").isEmpty();
            Path file = openFiles().get(0);
            assertThat(Files.size(file)).isEqualTo(length);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(openFiles()).isEmpty();
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(ints = { 0, 1, 8192, 10_000 })
    void theThresholdCanBeChosen(int threshold) throws IOException {
        preparer = new MediaPreparer(folder, threshold, Runnable::run);
        byte[] picture = Samples.filledUp("picture.png", 10_001);
        try (Media media = prepare(new ByteArrayInputStream(picture))) {
            assertThat(openFiles()).hasSize(1);
            assertThat(Samples.read(media)).isEqualTo(picture);
        }
    }

    @ParameterizedTest
    @CsvSource({ "picture.png,", "picture.jpg,THUMB", "cbr.mp3,", "clip.mp4,VIDEO" })
    void anEndlessStreamIsReadToTheLimitAndNoFurther(String sample, MaterialType type) throws IOException {
        byte[] start = Samples.bytes(sample);
        long limit = (type == null ? MediaFormats.of(start, start.length).autoType() : type).rule().limit();
        WatchedStream stream = WatchedStream.endless(start);

        InvalidMaterialException e
                = catchThrowableOfType(InvalidMaterialException.class,
                        () -> prepare(stream, type == null ? null : type.rule(), sample));

        assertThat(e.getLimit()).isEqualTo(limit);
        assertThat(e).hasMessageContaining("more than ");
        assertThat(stream.read).isEqualTo(limit + 1);
        assertThat(stream.closed).isEqualTo(1);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void anEndlessStreamIsCappedWithoutChecksToo() throws IOException {
        WatchedStream stream = WatchedStream.endless(new byte[0]);
        assertThatExceptionOfType(InvalidMaterialException.class)
                .isThrownBy(() -> unchecked(stream, MaterialType.IMAGE.rule(), null));
        assertThat(stream.read).isEqualTo((20 << 20) + 1);
        assertThat(stream.closed).isEqualTo(1);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void textOfAStreamThatFailsIsOneLine() {
        InputStream failing = new SequenceInputStream(
                new ByteArrayInputStream(Samples.bytes("picture.png")), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("bad chunk:\r\n\u001b[31m\u202e");
                    }

                    @Override
                    public int read(byte[] target, int offset, int count) throws IOException {
                        return read();
                    }
                });

        assertThatExceptionOfType(WechatMaterialException.class).isThrownBy(() -> prepare(failing))
                .withMessage("message body: reading the body failed (java.io.IOException: bad chunk:   [31m ).");
    }

    @Test
    void aRefusedFormatIsNotReadOn() throws IOException {
        WatchedStream stream = WatchedStream.endless(Samples.bytes("picture.webp"));
        assertThatExceptionOfType(InvalidMaterialException.class).isThrownBy(() -> prepare(stream));
        assertThat(stream.read).isEqualTo(FirstBytes.SNIFFED_BYTES);
        assertThat(stream.closed).isEqualTo(1);
        assertThat(list(spoolParent)).isEmpty();
    }

    @Test
    void everyRefusedStreamIsClosed() {
        for (byte[] body : new byte[][] {
                {}, "hello".getBytes(StandardCharsets.UTF_8), Samples.bytes("clip.mov"),
                Samples.filledUp("picture.jpg", 100_000) }) {
            WatchedStream stream = new WatchedStream(body);
            assertThatExceptionOfType(InvalidMaterialException.class)
                    .isThrownBy(() -> prepare(stream, MaterialType.THUMB.rule(), null));
            assertThat(stream.closed).isEqualTo(1);
        }
    }

    @Test
    void aBrokenPromiseLeavesNothingBehind() throws IOException {
        byte[] picture = Samples.filledUp("picture.png", 200_000);
        WatchedStream stream = new WatchedStream(picture);
        assertThatExceptionOfType(InvalidMaterialException.class)
                .isThrownBy(() -> preparer.prepare(new MediaRequest(Body.of(stream), null, null, 200_001, true, true)))
                .withMessageContaining("200,000 bytes (195.3 KB) where 200,001 bytes (195.3 KB) were promised");
        assertThat(stream.closed).isEqualTo(1);
        assertThat(spooled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 5000, 300_000 })
    void aStreamThatBreaksIsNoRefusal(int at) throws IOException {
        WatchedStream stream = new WatchedStream(Samples.bytes("picture.png"), 1_000_000, at);
        Throwable e = catchThrowableOfType(WechatMaterialException.class, () -> prepare(stream, null, "a.png"));
        assertThat(e).isExactlyInstanceOf(WechatMaterialException.class).hasMessageContaining("a.png: reading the body failed")
                .hasMessageContaining("line is dead").hasCauseInstanceOf(IOException.class);
        assertThat(stream.closed).isEqualTo(1);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenTheErrorSaysWhere() throws IOException {
        Path missing = temporary.resolve("missing");
        MediaPreparer nowhere = new MediaPreparer(new SpoolFolder(missing), Runnable::run);
        WatchedStream stream = WatchedStream.endless(Samples.bytes("picture.png"));
        Throwable e = catchThrowableOfType(WechatMaterialException.class,
                () -> nowhere.prepare(new MediaRequest(Body.of(stream), null, "a.png", -1, false, true)));
        assertThat(e).isExactlyInstanceOf(WechatMaterialException.class).hasMessageContaining("java.io.tmpdir")
                .hasMessageContaining(missing.toString());
        assertThat(stream.closed).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void spoolFileIsOpenOnceUntilTheMediaIsClosed() throws IOException {
        assertThatExceptionOfType(InvalidMaterialException.class)
                .isThrownBy(() -> prepare(WatchedStream.endless(Samples.bytes("picture.png"))));
        assertThat(openFiles()).isEmpty();

        byte[] picture = Samples.filledUp("picture.png", 200_000);
        try (Media media = prepare(new WatchedStream(picture))) {
            assertThat(openFiles()).hasSize(1);
            assertThat(Samples.read(media)).isEqualTo(picture);
            assertThat(Samples.read(media)).isEqualTo(picture);
            assertThat(openFiles()).hasSize(1);
        }
        assertThat(openFiles()).isEmpty();
    }

    @Test
    void manyThreadsPrepareAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] picture = Samples.filledUp("picture.png", 100_000 + i * 1000);
            results.add(threads.submit(() -> {
                InputStream stream = new WatchedStream(picture);
                try (Media media = prepare(stream)) {
                    return java.util.Arrays.equals(Samples.read(media), picture);
                }
            }));
        }
        for (Future<Boolean> result : results) {
            assertThat(result.get()).isTrue();
        }
        threads.shutdown();
        assertThat(spooled()).isEmpty();
        assertThat(list(spoolParent)).as("one folder for all").hasSize(1);
    }
}
