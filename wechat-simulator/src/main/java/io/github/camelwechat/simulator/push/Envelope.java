package io.github.camelwechat.simulator.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The envelope of pushes: 16 random bytes, the length, the message and the AppID, padded to blocks of 32 bytes, by
 * AES-256-CBC; and the signatures that go with it.
 */
final class Envelope {

    static final int RANDOM_BYTES = 16;

    private static final int IV_BYTES = 16;
    private static final int PADDED_TO = 32;

    private final EncodingAesKey key;
    private final String appId;

    Envelope(EncodingAesKey key, String appId) {
        this.key = key;
        this.appId = appId;
    }

    /** {@return the message as it stands in {@code Encrypt}} */
    String encrypt(String message, byte[] random) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] owner = appId.getBytes(StandardCharsets.UTF_8);
        int length = RANDOM_BYTES + Integer.BYTES + text.length + owner.length;
        int padding = PADDED_TO - length % PADDED_TO;
        byte[] plain = ByteBuffer.allocate(length + padding).put(random, 0, RANDOM_BYTES).putInt(text.length).put(text)
                .put(owner).array();
        Arrays.fill(plain, length, plain.length, (byte) padding);
        byte[] aesKey = key.bytes();
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(aesKey, "AES"),
                    new IvParameterSpec(aesKey, 0, IV_BYTES));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-CBC is not there", e);
        }
    }

    /** {@return the SHA-1 of the texts, sorted and without separators, in hex} */
    static String signature(String... texts) {
        String sorted = Stream.of(texts).sorted().collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-1 is not there", e);
        }
    }
}
