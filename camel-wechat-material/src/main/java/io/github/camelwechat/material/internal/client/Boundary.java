package io.github.camelwechat.material.internal.client;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Separates the parts. Letters and digits only, since WeChat refuses a quoted boundary, and long enough never to occur
 * in a file by chance.
 */
final class Boundary {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 32;

    private Boundary() {
    }

    static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] boundary = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            boundary[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new String(boundary);
    }
}
