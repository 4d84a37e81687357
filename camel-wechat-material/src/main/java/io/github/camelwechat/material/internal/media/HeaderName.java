package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reader of a file name that still has the form of a header around it: a {@code Content-Disposition} of HTTP or mail
 * (RFC 6266 and 2183), or the encoded words of mail (RFC 2047), which Camel's mail component does not decode.
 */
final class HeaderName {

    private static final Pattern DISPOSITION
            = Pattern.compile("^(?:attachment|inline|form-data)\\s*;", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("[;\\s]filename\\s*=\\s*", Pattern.CASE_INSENSITIVE);
    /** With a character set, a language and escapes, for other characters than ASCII. */
    private static final Pattern EXTENDED
            = Pattern.compile("[;\\s]filename\\*\\s*=\\s*([A-Za-z0-9._-]+)'[A-Za-z0-9-]*'([^;\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD
            = Pattern.compile("=\\?([A-Za-z0-9._-]+)(?:\\*[A-Za-z-]*)?\\?([BbQq])\\?([^?\\s]*)\\?=");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\?=)\\s+(?==\\?)");

    private HeaderName() {
    }

    /** Returns the file name; the text as it is if it has no such form, or cannot be decoded. */
    static String of(String text) {
        String name = DISPOSITION.matcher(text).lookingAt() ? inDisposition(text) : text;
        try {
            return name.startsWith("=?")
                    ? WORD.matcher(BETWEEN_WORDS.matcher(name).replaceAll("")).replaceAll(HeaderName::decodedWord) : name;
        } catch (IllegalArgumentException e) {
            // an unknown character set, or no Base64
            return name;
        }
    }

    private static String inDisposition(String header) {
        Matcher extended = EXTENDED.matcher(header);
        String name = extended.find() ? decodedOrNull(extended.group(2), extended.group(1)) : null;
        if (name != null) {
            return name;
        }
        Matcher plain = PLAIN.matcher(header);
        return plain.find() ? value(header, plain.end()) : header;
    }

    /** Returns a value with quotes around it or without. Of backslashes, only those before quotes are no part of it. */
    private static String value(String header, int start) {
        StringBuilder value = new StringBuilder();
        boolean quoted = header.startsWith("\"", start);
        for (int i = quoted ? start + 1 : start; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == (quoted ? '"' : ';')) {
                break;
            }
            boolean escape = c == '\\' && header.startsWith("\"", i + 1) && i + 2 < header.length();
            value.append(escape ? header.charAt(++i) : c);
        }
        return value.toString();
    }

    private static String decodedWord(MatchResult word) {
        String text = word.group(3);
        Charset charset = Charset.forName(word.group(1));
        return Matcher.quoteReplacement(word.group(2).toLowerCase(Locale.ROOT).equals("b")
                ? decoded(Base64.getMimeDecoder().decode(text), charset)
                : decoded(unescaped(text.replace('_', ' '), '='), charset));
    }

    private static @Nullable String decodedOrNull(String text, String charset) {
        try {
            return decoded(unescaped(text, '%'), Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Returns the bytes that are written as an escape character and two hexadecimal digits, and others in UTF-8. */
    private static byte[] unescaped(String text, char escape) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == escape && i + 2 < text.length() && HexFormat.isHexDigit(text.charAt(i + 1))
                    && HexFormat.isHexDigit(text.charAt(i + 2))) {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
