package io.github.camelwechat.simulator.token;

import java.security.SecureRandom;

/** Random letters for tokens, tickets and codes. Thread-safe. Internal: not API. */
public final class RandomText {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private final SecureRandom random = new SecureRandom();

    /**
     * Appends letters to a prefix.
     *
     * @param  prefix the beginning of the text
     * @param  length the length of the whole text
     * @return        the text
     */
    public String of(String prefix, int length) {
        StringBuilder text = new StringBuilder(prefix);
        while (text.length() < length) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
