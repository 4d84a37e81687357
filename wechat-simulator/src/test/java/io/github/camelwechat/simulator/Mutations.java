package io.github.camelwechat.simulator;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;

import com.sun.management.ThreadMXBean;

/** Spoils bytes, the same way for the same seed, and measures what it costs to read them. */
final class Mutations {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final byte[] HOSTILE = { 0, 1, '\r', '\n', '-', '"', ';', ':', 0x7f, (byte) 0x80, (byte) 0xff };
    private static final int MOST = 5;

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    /** {@return the bytes, spoilt in a few places; now and then as they are} */
    byte[] of(byte[] bytes) {
        byte[] result = bytes.clone();
        for (int i = random.nextInt(MOST); i > 0 && result.length > 0; i--) {
            result = once(result);
        }
        return result;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    /** {@return how many bytes this thread allocates by running that} */
    static long allocatedBy(Runnable action) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        action.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = HOSTILE[random.nextInt(HOSTILE.length)];
            case 2 -> Arrays.fill(bytes, at, at + length, HOSTILE[random.nextInt(HOSTILE.length)]);
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            }
            case 5 -> {
                byte[] again = Arrays.copyOfRange(bytes, at, at + length);
                return join(Arrays.copyOf(bytes, at), join(again, Arrays.copyOfRange(bytes, at, bytes.length)));
            }
            default -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, length);
            }
        }
        return bytes;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
