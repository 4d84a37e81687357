package io.github.camelwechat.material.internal.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * Spoils a file in a way of its own for each seed: cut off, bytes and numbers replaced, parts doubled, dropped or
 * blanked. The start, where the structure is, gets most of it.
 */
final class Damage {

    private static final int[] NUMBERS = {
            0, 1, -1, 0x7fffffff, 0x80000000, 0xffff0000, 0x00ffffff, 0x01000000, 0x7f7f7f7f, 0xfffb9000, 0x494433ff };

    private final Random random;
    private byte[] bytes;

    private Damage(byte[] sample, long seed) {
        this.random = new Random(seed);
        this.bytes = sample.clone();
    }

    static byte[] of(byte[] sample, long seed) {
        Damage damage = new Damage(sample, seed);
        for (int i = damage.random.nextInt(4); i >= 0 && damage.bytes.length > 0; i--) {
            damage.once();
        }
        return damage.bytes;
    }

    private void once() {
        switch (random.nextInt(7)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> bytes = Arrays.copyOf(bytes, place());
            case 2 -> number();
            case 3 -> Arrays.fill(bytes, place(), bytes.length, (byte) (random.nextBoolean() ? 0 : -1));
            case 4 -> drop();
            case 5 -> repeat();
            default -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    bytes[place()] = (byte) random.nextInt(256);
                }
            }
        }
    }

    private int place() {
        int within = random.nextInt(4) == 0 ? bytes.length : Math.min(bytes.length, 16 << random.nextInt(6));
        return random.nextInt(within);
    }

    private void number() {
        int place = place();
        if (place + 4 <= bytes.length) {
            ByteBuffer.wrap(bytes).putInt(place, NUMBERS[random.nextInt(NUMBERS.length)]);
        }
    }

    private void drop() {
        int from = place();
        int to = Math.min(bytes.length, from + 1 + random.nextInt(100));
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, shorter, from, bytes.length - to);
        bytes = shorter;
    }

    private void repeat() {
        int from = place();
        byte[] longer = Arrays.copyOf(bytes, 2 * bytes.length - from);
        System.arraycopy(bytes, from, longer, bytes.length, bytes.length - from);
        bytes = longer;
    }
}
