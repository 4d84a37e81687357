package io.github.camelwechat.material.internal.platform;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** EncodingAESKey of WeChat's console. Its first half is also the initialization vector. Immutable. */
final class EncodingAesKey {

    static final int BLOCK_BYTES = 16;

    private static final int LENGTH = 43;
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z0-9]*");

    private final SecretKeySpec key;
    private final IvParameterSpec vector;

    /**
     * Creates a key.
     *
     * @param  characters               43 letters and digits; the last one may have bits that Base64 does not use
     * @param  named                    the key, at the start of an error
     * @throws IllegalArgumentException says what is wrong, without the key
     */
    EncodingAesKey(String characters, String named) {
        if (characters.length() != LENGTH) {
            throw new IllegalArgumentException(
                    named + " has " + characters.length() + " characters, but an EncodingAESKey has " + LENGTH);
        }
        if (!LETTERS_AND_DIGITS.matcher(characters).matches()) {
            throw new IllegalArgumentException(named + " holds characters other than the letters A to Z, a to z and digits");
        }
        byte[] bytes = Base64.getDecoder().decode(characters);
        this.key = new SecretKeySpec(bytes, "AES");
        this.vector = new IvParameterSpec(bytes, 0, BLOCK_BYTES);
    }

    /**
     * Decrypts whole blocks. The padding stays: the JDK knows none of 32 bytes.
     *
     * @param cipherText a multiple of 16 bytes
     */
    byte[] decrypt(byte[] cipherText) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, vector);
            return cipher.doFinal(cipherText);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no AES with keys of 256 bits", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "EncodingAesKey";
    }
}
