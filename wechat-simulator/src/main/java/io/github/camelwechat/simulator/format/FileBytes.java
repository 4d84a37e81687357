package io.github.camelwechat.simulator.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Bytes of an upload, read where they are asked for, through one small window. Beyond the end nothing is found. Not
 * thread-safe. Internal: not API.
 */
public final class FileBytes {

    private static final int WINDOW_BYTES = 8 * 1024;

    private final @Nullable FileChannel channel;
    private final long size;
    private final byte[] window;
    private long windowStart;
    private int windowLength;

    private FileBytes(@Nullable FileChannel channel, long size, byte[] window, int windowLength) {
        this.channel = channel;
        this.size = size;
        this.window = window;
        this.windowLength = windowLength;
    }

    /**
     * {@return a reader of an array, which is not copied}
     *
     * @param all bytes of the file
     */
    public static FileBytes of(byte[] all) {
        return new FileBytes(null, all.length, all, all.length);
    }

    /**
     * {@return a reader of a file}
     *
     * @param  channel     closed by the caller
     * @throws IOException if the file cannot be read
     */
    public static FileBytes of(FileChannel channel) throws IOException {
        return new FileBytes(channel, channel.size(), new byte[WINDOW_BYTES], 0);
    }

    long size() {
        return size;
    }

    /** {@return the unsigned byte there, -1 beyond the end} */
    int at(long place) {
        if (place < windowStart || place >= windowStart + windowLength) {
            if (place < 0 || place >= size || channel == null) {
                return -1;
            }
            load(channel, place);
            if (windowLength == 0) {
                return -1;
            }
        }
        return window[(int) (place - windowStart)] & 0xff;
    }

    /** {@return the number in some bytes, the high one first; -1 beyond the end} */
    long bigEndian(long place, int count) {
        if (at(place) < 0 || at(place + count - 1) < 0) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 8 | at(place + i);
        }
        return number;
    }

    /** {@return the number in some bytes, the low one first; -1 beyond the end} */
    long littleEndian(long place, int count) {
        if (at(place) < 0 || at(place + count - 1) < 0) {
            return -1;
        }
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | at(place + i);
        }
        return number;
    }

    boolean has(long place, String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            if (at(place + i) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the characters of Latin-1 there, fewer at the end} */
    String text(long place, int count) {
        return new String(part(place, count), StandardCharsets.ISO_8859_1);
    }

    byte[] part(long place, int count) {
        byte[] part = new byte[(int) Math.max(0, Math.min(count, size - place))];
        for (int i = 0; i < part.length; i++) {
            int value = at(place + i);
            if (value < 0) {
                return Arrays.copyOf(part, i);
            }
            part[i] = (byte) value;
        }
        return part;
    }

    private void load(FileChannel file, long place) {
        ByteBuffer target = ByteBuffer.wrap(window);
        windowStart = place;
        try {
            int read = 0;
            while (read >= 0 && target.hasRemaining()) {
                read = file.read(target, place + target.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        windowLength = target.position();
    }
}
