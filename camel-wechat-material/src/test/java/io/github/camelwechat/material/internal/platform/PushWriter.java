package io.github.camelwechat.material.internal.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes pushes as WeChat does. It shares no code with their reader: it chains the blocks itself. */
final class PushWriter {

    static final String APP_ID = "wxcamelcomponent01";
    static final String TOKEN = "cameltoken";
    /** Its last character has bits that Base64 does not use. */
    static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    static final Instant TIME = Instant.ofEpochSecond(1735689600);
    static final String RANDOM = "0123456789abcdef";
    static final String TICKET = message(
            "<InfoType><![CDATA[component_verify_ticket]]></InfoType><ComponentVerifyTicket><![CDATA[ticket@@@camel-0001]]>"
                                         + "</ComponentVerifyTicket>");

    private static final int BLOCK = 16;

    private final String token;
    private final String appId;
    private final byte[] key;

    /** A push as it is on the wire. */
    record Push(String timestamp, String nonce, String signature, String encrypt) {

        String query() {
            return "signature=92ae57937da35a27f5d0b74f31e7368688f5c504&timestamp=" + timestamp + "&nonce=" + nonce
                   + "&encrypt_type=aes&msg_signature=" + signature;
        }

        String body() {
            return "<xml>\n  <AppId><![CDATA[" + APP_ID + "]]></AppId>\n  <Encrypt><![CDATA[" + encrypt
                   + "]]></Encrypt>\n</xml>";
        }

        PushResult readBy(PushReader reader) {
            return PushWriter.read(reader, query(), body());
        }
    }

    PushWriter(String token, String key, String appId) {
        this.token = token;
        this.key = Base64.getDecoder().decode(key + "=");
        this.appId = appId;
    }

    static PushWriter own() {
        return new PushWriter(TOKEN, KEY, APP_ID);
    }

    /** {@return a reader for what {@link #own} writes, at the time of its messages} */
    static PushReader reader() {
        return reader(KEY, Duration.ZERO);
    }

    /** @param late the time from the creation of the messages to their arrival */
    static PushReader reader(String secretKey, Duration late) {
        return new PushReader(
                new Envelope(APP_ID, TOKEN, secretKey), Duration.ofMinutes(10),
                Clock.fixed(TIME.plus(late), ZoneOffset.UTC));
    }

    static PushResult read(PushReader reader, String query, String body) {
        return reader.read(query, new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    static String message(String fields) {
        return "<xml><AppId><![CDATA[" + APP_ID + "]]></AppId><CreateTime>" + TIME.getEpochSecond() + "</CreateTime>" + fields
               + "</xml>";
    }

    Push write(String message) {
        return sign(encrypt(message));
    }

    Push sign(String encrypt) {
        return sign(String.valueOf(TIME.getEpochSecond()), "1320562132", encrypt);
    }

    Push sign(String timestamp, String nonce, String encrypt) {
        return new Push(timestamp, nonce, signature(token, timestamp, nonce, encrypt), encrypt);
    }

    String encrypt(String message) {
        return encrypt(plain(message.getBytes(UTF_8)));
    }

    /** {@return a message with what WeChat puts around it, before encryption} */
    byte[] plain(byte[] message) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(RANDOM.getBytes(ISO_8859_1));
        for (int shift = 24; shift >= 0; shift -= 8) {
            plain.write(message.length >> shift);
        }
        plain.writeBytes(message);
        plain.writeBytes(appId.getBytes(UTF_8));
        int padding = 32 - plain.size() % 32;
        for (int i = 0; i < padding; i++) {
            plain.write(padding);
        }
        return plain.toByteArray();
    }

    /** @param plain whole blocks */
    String encrypt(byte[] plain) {
        try {
            Cipher blocks = Cipher.getInstance("AES/ECB/NoPadding");
            blocks.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
            byte[] last = Arrays.copyOf(key, BLOCK);
            for (int at = 0; at < plain.length; at += BLOCK) {
                byte[] mixed = new byte[BLOCK];
                for (int i = 0; i < BLOCK; i++) {
                    mixed[i] = (byte) (plain[at + i] ^ last[i]);
                }
                last = blocks.doFinal(mixed);
                encrypted.writeBytes(last);
            }
            return Base64.getEncoder().encodeToString(encrypted.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signature(String... parts) {
        try {
            byte[] sorted = Stream.of(parts).sorted().collect(Collectors.joining()).getBytes(UTF_8);
            return String.format("%040x", new BigInteger(1, MessageDigest.getInstance("SHA1").digest(sorted)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
