package io.github.camelwechat.docs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Bodies of any length, made on the spot. */
final class Bodies {

    private Bodies() {
    }

    /** @param size 0 for as many as it takes; else there are zeros behind its end */
    static byte[] picture(String format, int size) {
        return written(size, bytes -> ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes));
    }

    /** Silence, of so many bytes: twelve seconds to a megabyte. */
    static byte[] wav(int size) {
        return silence(new AudioFormat(44_100, 16, 1, true, false), size, size);
    }

    /** Silence that takes so long. */
    static byte[] wav(double seconds) {
        return silence(new AudioFormat(8000, 8, 1, false, false), (int) (8000 * seconds), 0);
    }

    private static byte[] silence(AudioFormat format, int bytesOfSamples, int size) {
        return written(size, bytes -> AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(new byte[bytesOfSamples]), format, bytesOfSamples / format.getFrameSize()),
                AudioFileFormat.Type.WAVE,
                bytes));
    }

    /** A recording whose frames a short header promises, of so many bytes. */
    static byte[] amr(int size) {
        return Arrays.copyOf("#!AMR\n".getBytes(StandardCharsets.US_ASCII), size);
    }

    static byte[] mp4(int size) {
        return Arrays.copyOf("\0\0\0\u0014ftypisom\0\0\2\0mp42".getBytes(StandardCharsets.ISO_8859_1), size);
    }

    static byte[] webp() {
        return "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] written(int size, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return size == 0 ? bytes.toByteArray() : Arrays.copyOf(bytes.toByteArray(), size);
    }

    private interface Writing {
        void to(ByteArrayOutputStream bytes) throws IOException;
    }
}
