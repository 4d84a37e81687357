package io.github.camelwechat.material.matrix;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes of a file, put together part by part. */
final class Blob {

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    static Blob of(byte[] bytes) {
        return new Blob().bytes(bytes);
    }

    static Blob of(String latin1) {
        return new Blob().text(latin1);
    }

    Blob bytes(byte[] bytes) {
        all.writeBytes(bytes);
        return this;
    }

    Blob bytes(byte[] bytes, int from, int to) {
        all.write(bytes, from, to - from);
        return this;
    }

    Blob text(String latin1) {
        return bytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Blob hex(String hex) {
        return bytes(HexFormat.of().parseHex(hex));
    }

    Blob little(long number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            all.write((int) (number >> (8 * i)));
        }
        return this;
    }

    Blob big(long number, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            all.write((int) (number >> (8 * i)));
        }
        return this;
    }

    Blob zeros(int count) {
        return bytes(new byte[count]);
    }

    int length() {
        return all.size();
    }

    byte[] bytes() {
        return all.toByteArray();
    }
}
