package io.github.camelwechat.simulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Media for tests: real ones where the JDK can make them, else their first bytes and zeros. */
final class Samples {

    private static final int RATE = 8000;

    private Samples() {
    }

    /**
     * Draws a picture.
     *
     * @param format png, jpg, gif or bmp
     */
    static byte[] picture(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] wav() {
        return wav(0.5);
    }

    static byte[] wav(double seconds) {
        int frames = (int) Math.round(RATE * seconds);
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(new byte[2 * frames]), format, frames),
                    AudioFileFormat.Type.WAVE, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** 20 ms a frame, of 12.2 kbit/s. */
    static byte[] amr(int frames) {
        byte[] file = Arrays.copyOf(latin1("#!AMR\n"), 6 + 32 * frames);
        for (int i = 0; i < frames; i++) {
            file[6 + 32 * i] = 0x3c;
        }
        return file;
    }

    /** 36 ms a frame: MPEG 2 of 16 kHz and 8 kbit/s. */
    static byte[] mp3(int frames) {
        byte[] file = new byte[36 * frames];
        for (int i = 0; i < frames; i++) {
            System.arraycopy(latin1("\u00ff\u00f3\u0018\u00c4"), 0, file, 36 * i, 4);
        }
        return file;
    }

    /** A file that ffmpeg made: a tone. */
    static byte[] resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/media/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] film(String brand) {
        return padded(("\0\0\0\u0018ftyp" + brand).getBytes(StandardCharsets.ISO_8859_1), 4096);
    }

    static byte[] padded(byte[] bytes, int size) {
        return Arrays.copyOf(bytes, size);
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
