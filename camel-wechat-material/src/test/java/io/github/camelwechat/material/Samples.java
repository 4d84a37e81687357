package io.github.camelwechat.material;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

/** Media made on the spot. */
public final class Samples {

    private Samples() {
    }

    public static byte[] picture(String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] png() {
        return picture("png");
    }

    /** A picture with noise behind its end, so that every one is different and as long as asked for. */
    public static byte[] png(int size, long seed) {
        byte[] picture = png();
        byte[] padded = Arrays.copyOf(picture, size);
        byte[] noise = new byte[size - picture.length];
        new Random(seed).nextBytes(noise);
        System.arraycopy(noise, 0, padded, picture.length, noise.length);
        return padded;
    }

    /** The box that says what the file is, and noise where the film would be. */
    public static byte[] mp4(int size, long seed) {
        byte[] brand = "\0\0\0\u0014ftypisom\0\0\2\0mp42".getBytes(StandardCharsets.ISO_8859_1);
        byte[] noise = new byte[size];
        new Random(seed).nextBytes(noise);
        System.arraycopy(brand, 0, noise, 0, brand.length);
        return noise;
    }
}
