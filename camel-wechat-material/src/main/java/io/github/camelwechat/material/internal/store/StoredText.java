package io.github.camelwechat.material.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The content of an entry's file: a line {@code wmt1 CRC LENGTH}, and the value in UTF-8. The CRC is over key and
 * value, so the file of one key is damaged under the name of another.
 */
final class StoredText {

    static final int MAX_BYTES = 1 << 20;
    /** With the longest first line. */
    static final int MAX_FILE_BYTES = MAX_BYTES + 32;

    private static final String FORMAT = "wmt1";
    private static final Pattern FIRST_WORD = Pattern.compile("(wmt\\d{1,9}) ");
    private static final int FIRST_WORD_LENGTH = 16;

    private StoredText() {
    }

    /** Returns the bytes of a value, if it is one. */
    static byte[] utf8(String value) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            if (bytes.remaining() <= MAX_BYTES) {
                byte[] utf8 = new byte[bytes.remaining()];
                bytes.get(utf8);
                return utf8;
            }
        } catch (CharacterCodingException e) {
            // half of a character
        }
        throw new IllegalArgumentException(
                "A value in a store has at most " + MAX_BYTES + " bytes, and no halves of characters");
    }

    static byte[] encode(String key, String value) {
        byte[] utf8 = utf8(value);
        CRC32 crc = new CRC32();
        crc.update((key + '\n').getBytes(StandardCharsets.US_ASCII));
        crc.update(utf8);
        byte[] line = (FORMAT + ' ' + HexFormat.of().toHexDigits((int) crc.getValue()) + ' ' + utf8.length + '\n')
                .getBytes(StandardCharsets.US_ASCII);
        byte[] file = Arrays.copyOf(line, line.length + utf8.length);
        System.arraycopy(utf8, 0, file, line.length, utf8.length);
        return file;
    }

    /**
     * Returns the value in a file.
     *
     * @throws IOException with the reason, after the file's name: it is damaged, or of another version
     */
    static String decode(String key, byte[] file) throws IOException {
        String start = new String(file, 0, Math.min(file.length, FIRST_WORD_LENGTH), StandardCharsets.US_ASCII);
        Matcher format = FIRST_WORD.matcher(start);
        if (format.lookingAt() && !format.group(1).equals(FORMAT)) {
            throw new IOException(
                    "has the format " + format.group(1) + ", but this version reads " + FORMAT
                                  + " only. Use the version of the component that has written it, or a newer one");
        }
        int line = 0;
        while (line < file.length && file[line] != '\n') {
            line++;
        }
        if (line < file.length) {
            String value = new String(file, line + 1, file.length - line - 1, StandardCharsets.UTF_8);
            // whatever differs in a single bit was not written so
            if (Arrays.equals(file, encode(key, value))) {
                return value;
            }
        }
        throw new IOException(
                "is damaged. Restore it from a backup, or remove it: then what it held is no longer known");
    }
}
