package io.github.camelwechat.material;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

/** Media made on the spot. */
final class Samples {

    private Samples() {
    }

    static byte[] picture(String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] png() {
        return picture("png");
    }

    /** A picture with noise behind its end, so that every one is different and as long as asked for. */
    static byte[] png(int size, long seed) {
        byte[] picture = png();
        byte[] padded = Arrays.copyOf(picture, size);
        byte[] noise = new byte[size - picture.length];
        new Random(seed).nextBytes(noise);
        System.arraycopy(noise, 0, padded, picture.length, noise.length);
        return padded;
    }
}
