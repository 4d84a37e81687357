package io.github.camelwechat.ftp;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import javax.imageio.ImageIO;

/** Pictures made on the spot. */
final class Pictures {

    private Pictures() {
    }

    static byte[] png() throws IOException {
        return picture("png");
    }

    /** One with bytes of any value behind its end, so that it is as long as asked for. */
    static byte[] png(int size) throws IOException {
        return withNoise(picture("png"), size);
    }

    static byte[] jpg(int size) throws IOException {
        return withNoise(picture("jpg"), size);
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    /** No picture for WeChat, whatever its name is. */
    static byte[] webp(int size) {
        byte[] start = "RIFFxxxxWEBPVP8 ".getBytes(StandardCharsets.US_ASCII);
        return withNoise(start, size);
    }

    private static byte[] withNoise(byte[] start, int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy(start, 0, bytes, 0, start.length);
        return bytes;
    }
}
