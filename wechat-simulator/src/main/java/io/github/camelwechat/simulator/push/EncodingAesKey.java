package io.github.camelwechat.simulator.push;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The key that pushes are encrypted with, as the console shows it: 43 letters and digits. Internal: not API.
 *
 * @param text the 43 characters
 */
public record EncodingAesKey(String text) {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9]{43}");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** The last character stands for four bits alone: others leave bits over, and strict decoders refuse those. */
    private static final String LAST = "AEIMQUYcgkosw048";
    private static final int LENGTH = 43;

    /**
     * Refuses what is no key.
     *
     * @param text the 43 characters
     */
    public EncodingAesKey {
        if (!VALID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The EncodingAESKey must be 43 letters and digits, for example "
                                               + "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE");
        }
    }

    /** {@return a new key that strict decoders take too} */
    public static EncodingAesKey random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH - 1) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new EncodingAesKey(text.append(LAST.charAt(random.nextInt(LAST.length()))).toString());
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(text + "=");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "EncodingAesKey";
    }
}
