package io.github.camelwechat.benchmarks.soak;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import io.github.camelwechat.feeds.Picture;

/** Pictures that differ, of several sizes. */
final class Pictures {

    private static final int SMALLEST = 300;
    private static final int NUMBER_AT = 250;
    /** Most are small; two are spooled to the disk, and the last one is larger than what a socket takes at once. */
    private static final List<Integer> SIZES = List.of(SMALLEST, 4000, 4000, 20_000, 20_000, 60_000, 140_000, 900_000);

    private final List<byte[]> templates;
    private final int large;

    Pictures() throws Exception {
        templates = new ArrayList<>();
        for (int size : SIZES) {
            templates.add(Picture.make(1, size).get(0).bytes());
        }
        large = templates.size() - 1;
    }

    /** {@return a picture of any size that no other number has} */
    byte[] any(long number, Random random) {
        return make(templates.get(random.nextInt(templates.size())), number);
    }

    /** {@return a picture for which a socket has to wait} */
    byte[] large(long number) {
        return make(templates.get(large), number);
    }

    private static byte[] make(byte[] template, long number) {
        byte[] picture = template.clone();
        ByteBuffer.wrap(picture).putLong(NUMBER_AT, number);
        return picture;
    }

    static String digest(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
