package io.github.camelwechat.material.internal.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Signature and encryption that WeChat puts around the pushes to a platform. Immutable. */
public final class Envelope {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final int MAX_KEYS = 2;
    /** Random bytes at the start of each message. */
    private static final int RANDOM_BYTES = 16;
    private static final int HEAD_BYTES = RANDOM_BYTES + Integer.BYTES;
    private static final int MAX_PADDING_BYTES = 32;

    private final String appId;
    private final String token;
    private final List<EncodingAesKey> keys;

    /**
     * Creates the envelope of a platform.
     *
     * @param  appId                    the platform's
     * @param  token                    that signs pushes
     * @param  secretKey                the EncodingAESKey; after a change, the new one, a comma and the one before
     * @throws IllegalArgumentException if one of them cannot be right; names the option, without the value of a secret
     */
    public Envelope(String appId, String token, String secretKey) {
        if (!AppId.isValid(appId)) {
            throw new IllegalArgumentException("appId of a platform is '" + appId + "', but " + AppId.RULE);
        }
        if (!TOKEN.matcher(token).matches()) {
            // an empty one would let anyone sign
            throw new IllegalArgumentException(
                    "token of the platform " + appId + " is empty, or holds other characters than ASCII's without blanks");
        }
        this.appId = appId;
        this.token = token;
        this.keys = keys(secretKey, "secretKey of the platform " + appId);
    }

    private static List<EncodingAesKey> keys(String secretKey, String named) {
        List<String> values = Arrays.stream(secretKey.split(",", -1)).map(String::strip).toList();
        if (values.size() > MAX_KEYS) {
            throw new IllegalArgumentException(
                    named + " has " + values.size() + " keys, but takes the current one and, after a comma, the previous one");
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException(named + " has the same key twice; leave the previous one out");
        }
        List<EncodingAesKey> keys = new ArrayList<>();
        for (String value : values) {
            String which = values.size() == 1 ? "" : keys.isEmpty() ? ", current key," : ", previous key,";
            keys.add(new EncodingAesKey(value, named + which));
        }
        return List.copyOf(keys);
    }

    /** @param signed all values but the token */
    void checkSignature(String signature, String... signed) throws RefusedPushException {
        byte[] expected = signature(signed).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            throw new RefusedPushException(Refusal.SIGNATURE);
        }
    }

    private String signature(String... signed) {
        String[] parts = Arrays.copyOf(signed, signed.length + 1);
        parts[signed.length] = token;
        Arrays.sort(parts);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(sha1.digest(String.join("", parts).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-1", e);
        }
    }

    /**
     * Decrypts a push. The previous key is tried after any failure of the current one: a wrong key gets past the check
     * of the padding once in 260 times.
     *
     * @return the fields of its message
     */
    Map<String, String> open(String encrypt) throws RefusedPushException {
        byte[] cipherText = decoded(encrypt);
        Refusal furthest = Refusal.CIPHER_TEXT;
        for (EncodingAesKey key : keys) {
            try {
                return fields(key.decrypt(cipherText));
            } catch (RefusedPushException e) {
                furthest = e.reason().compareTo(furthest) > 0 ? e.reason() : furthest;
            }
        }
        throw new RefusedPushException(furthest);
    }

    private static byte[] decoded(String encrypt) throws RefusedPushException {
        try {
            byte[] cipherText = Base64.getDecoder().decode(encrypt);
            // the decoder does not insist on the padding
            if (cipherText.length > 0 && cipherText.length % EncodingAesKey.BLOCK_BYTES == 0
                    && encrypt.length() % Integer.BYTES == 0) {
                return cipherText;
            }
        } catch (IllegalArgumentException e) {
            // no Base64
        }
        throw new RefusedPushException(Refusal.CIPHER_TEXT);
    }

    private Map<String, String> fields(byte[] plain) throws RefusedPushException {
        int end = plain.length - padding(plain);
        long messageEnd = end < HEAD_BYTES
                ? Long.MAX_VALUE : HEAD_BYTES + Integer.toUnsignedLong(ByteBuffer.wrap(plain).getInt(RANDOM_BYTES));
        if (messageEnd > end) {
            // also where the first blocks were moved into the nonce: no four characters of XML are a number so small
            throw new RefusedPushException(Refusal.CIPHER_TEXT);
        }
        byte[] message = Arrays.copyOfRange(plain, HEAD_BYTES, (int) messageEnd);
        checkReceiver(new String(plain, (int) messageEnd, end - (int) messageEnd, StandardCharsets.UTF_8));
        return PushXml.fields(message, Refusal.MESSAGE);
    }

    private static int padding(byte[] plain) throws RefusedPushException {
        int padding = plain[plain.length - 1];
        if (padding < 1 || padding > Math.min(MAX_PADDING_BYTES, plain.length)) {
            throw new RefusedPushException(Refusal.CIPHER_TEXT);
        }
        for (int at = plain.length - padding; at < plain.length; at++) {
            if (plain[at] != padding) {
                throw new RefusedPushException(Refusal.CIPHER_TEXT);
            }
        }
        return padding;
    }

    /** @param named AppID in a push */
    void checkReceiver(String named) throws RefusedPushException {
        if (!named.equals(appId)) {
            throw new RefusedPushException(Refusal.FOREIGN_APP_ID);
        }
    }

    /** Without token and keys. */
    @Override
    public String toString() {
        return "Envelope[appId=" + appId + "]";
    }
}
