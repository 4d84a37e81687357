package io.github.camelwechat.material.internal.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.internal.media.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** A file that is no longer what it was when the length was announced must not look whole to WeChat. */
class ChangedFileTest {

    private static final int LENGTH = 200_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = { 1, 7, 64 * 1024 })
    void oneThatHasBecomeShorterIsAnErrorAndTheClosingBoundaryNeverSent(int buffer) throws Exception {
        changed(Arrays.copyOf(Samples.png(LENGTH, 1), LENGTH - 1), buffer);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 7, 64 * 1024 })
    void oneThatHasBecomeLongerIsAnErrorAndTheClosingBoundaryNeverSent(int buffer) throws Exception {
        changed(Arrays.copyOf(Samples.png(LENGTH, 1), LENGTH + 1), buffer);
    }

    private void changed(byte[] after, int buffer) throws IOException {
        Path file = Files.write(folder.resolve("camel.png"), Samples.png(LENGTH, 1));
        try (Media media = Bodies.media(file, null)) {
            MultipartBody body = Bodies.multipart(media);
            Files.write(file, after);
            ByteArrayOutputStream sent = new ByteArrayOutputStream();

            assertThatIOException().isThrownBy(() -> Bodies.readInto(sent, body, buffer))
                    .withMessageContaining("camel.png has changed").withMessageContaining("200000 bytes");
            assertThat(sent.toString(ISO_8859_1)).startsWith("--b0undary\r\n").doesNotContain("b0undary--");
        }
    }

    @Test
    void deletedFileIsSentAsItWasChecked() throws Exception {
        byte[] picture = Samples.png(LENGTH, 1);
        Path file = Files.write(folder.resolve("camel.png"), picture);
        try (Media media = Bodies.media(file, null)) {
            Files.delete(file);
            ByteArrayOutputStream sent = new ByteArrayOutputStream();

            Bodies.readInto(sent, Bodies.multipart(media), 1000);

            assertThat(sent.toString(ISO_8859_1)).contains(new String(picture, ISO_8859_1));
        }
    }

    @Test
    void mediaThatWasTakenBackIsNotReadAnyMore() throws Exception {
        Media media = Bodies.media(Samples.png(LENGTH, 1), "camel.png");
        MultipartBody body = Bodies.multipart(media);
        try (ReadableByteChannel channel = body.open()) {
            channel.read(ByteBuffer.allocate(1000));

            media.close();

            assertThatExceptionOfType(ClosedChannelException.class)
                    .isThrownBy(() -> channel.read(ByteBuffer.allocate(1000)));
            assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(body::open);
        }
    }
}
