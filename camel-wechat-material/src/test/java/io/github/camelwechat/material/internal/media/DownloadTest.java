package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** A file that comes in pieces can be read at any place, in memory and on disk alike, until it is given up. */
class DownloadTest extends PreparerTestBase {

    private static final int THRESHOLD = MediaPreparer.DEFAULT_THRESHOLD;

    private Download download(byte[] bytes) throws IOException {
        Download download = new Download(folder);
        for (int at = 0; at < bytes.length; at += 5000) {
            download.write(ByteBuffer.wrap(bytes, at, Math.min(5000, bytes.length - at)));
        }
        return download;
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 8192, 8193, THRESHOLD, THRESHOLD + 1, 1_000_000 })
    void isReadAtAnyPlace(int length) throws IOException {
        byte[] bytes = Arrays.copyOf(Samples.filledUp("picture.png", 1_000_000), length);
        Download download = download(bytes);

        assertThat(download.length()).isEqualTo(length);
        assertThat(download.isInMemory()).isEqualTo(length <= THRESHOLD);
        assertThat(download.first(length)).isEqualTo(bytes);
        assertThat(download.first(length + 1)).isEqualTo(bytes);
        byte[] target = new byte[100];
        int at = length / 2;
        int count = download.read(at, target, 7, 50);
        assertThat(count).isEqualTo(Math.min(50, length - at));
        assertThat(Arrays.copyOfRange(target, 7, 7 + count)).isEqualTo(Arrays.copyOfRange(bytes, at, at + count));
        assertThat(download.read(length - 1, target, 0, 50)).isEqualTo(1);
        assertThat(target[0]).isEqualTo(bytes[length - 1]);
        assertThat(download.read(length, target, 0, 50)).isEqualTo(-1);
        download.discard();
    }

    @Test
    void knowsItsFormat() throws IOException {
        assertThat(download(Samples.bytes("picture.png")).format()).isEqualTo(MediaFormat.PNG);
        assertThat(download(new byte[10]).format()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 1_000_000 })
    void whatIsGivenUpIsNeitherReadNorWritten(int length) throws IOException {
        Download download = download(new byte[length]);
        download.discard();
        download.discard();

        assertThatIOException().isThrownBy(() -> download.read(0, new byte[1], 0, 1)).withMessageContaining("convertBodyTo");
        assertThatIOException().isThrownBy(() -> download.write(ByteBuffer.allocate(1))).withMessageContaining("gone");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void hasNoNameOnDisk() throws IOException {
        Download download = download(new byte[1_000_000]);

        assertThat(spooled()).isEmpty();
        download.discard();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsItsFileOpenUntilItIsGivenUp() throws IOException {
        Download download = download(new byte[1_000_000]);
        assertThat(openFiles()).hasSize(1);

        download.discard();
        assertThat(openFiles()).isEmpty();
    }

    @Test
    void isNamedByItsContent() {
        assertThat(Download.fileName("../a.exe", MediaFormat.PNG, "id")).isEqualTo("a.exe.png");
    }

    @Test
    void twentyMegabytesAreTheMost() throws IOException {
        Download download = new Download(folder);
        download.write(ByteBuffer.allocate(20 << 20));

        assertThatIOException().isThrownBy(() -> download.write(ByteBuffer.allocate(1))).withMessageContaining("20 MB");
        assertThat(download.length()).isEqualTo(20 << 20);
        download.discard();
    }
}
