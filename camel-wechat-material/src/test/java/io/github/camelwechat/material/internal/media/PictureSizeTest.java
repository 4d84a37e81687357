package io.github.camelwechat.material.internal.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The size of a picture by its header, as Java's own decoder sees it. */
class PictureSizeTest {

    private final SpoolFolder folder = new SpoolFolder();

    @AfterEach
    void close() {
        folder.close();
    }

    private PictureSize size(byte[] bytes) throws IOException {
        try (Media media = new MediaPreparer(folder, Runnable::run).prepare(new MediaRequest(
                new Body.InMemory(ByteBuffer.wrap(bytes)), MaterialType.IMAGE.rule(), null, -1, false, true))) {
            return PictureSize.of(media);
        }
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({ "png,1,1", "png,700,300", "gif,5,260", "gif,513,3", "jpg,1,1", "jpg,300,2" })
    void isThatOfTheHeader(String format, int width, int height) throws IOException {
        assertThat(size(picture(format, width, height))).isEqualTo(new PictureSize(width, height));
    }

    @Test
    void segmentsInFrontOfAJpegsFrameArePassed() throws IOException {
        byte[] picture = picture("jpg", 40, 30);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, 2);
        // a long EXIF segment, one of DHT's marker range, and padding
        bytes.writeBytes(new byte[] { (byte) 0xff, (byte) 0xe1, (byte) 0xff, (byte) 0xff });
        bytes.writeBytes(new byte[0xfffd]);
        bytes.writeBytes(new byte[] { (byte) 0xff, (byte) 0xc4, 0, 4, 9, 9, (byte) 0xff });
        bytes.write(picture, 2, picture.length - 2);

        assertThat(size(bytes.toByteArray())).isEqualTo(new PictureSize(40, 30));
    }

    @ParameterizedTest
    @CsvSource({ "4", "20", "100" })
    void ofACutJpegIsUnknownUnlessItsHeaderIsThere(int length) throws IOException {
        byte[] cut = Arrays.copyOf(picture("jpg", 40, 30), length);

        assertThat(size(cut)).isNull();
    }

    @Test
    void ofASegmentWithoutALengthIsUnknown() throws IOException {
        assertThat(size(
                new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }))
                .isNull();
    }

    @Test
    void ofABmpIsNotRead() throws IOException {
        assertThat(size(picture("bmp", 4, 3))).isNull();
    }

    @Test
    void ofNothingIsUnknown() throws IOException {
        byte[] png = picture("png", 4, 3);
        // no width
        Arrays.fill(png, 16, 20, (byte) 0);

        assertThat(size(png)).isNull();
    }
}
