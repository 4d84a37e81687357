package io.github.camelwechat.material.internal.fetch;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The one form of a host that all its spellings are brought to, as browsers do it (UTS 46). Java's IDN knows IDNA 2003
 * only: a name with one of the four characters that mean something else there is refused.
 */
final class HostName {

    private static final int MAX_CHARACTERS = 253;
    private static final int MAX_LABEL = 63;
    private static final int LAST_ASCII = 0x7f;
    /** What UTS 46 leaves out. */
    private static final Pattern IGNORED
            = Pattern.compile("[\\u00ad\\u034f\\u180b-\\u180d\\u180f\\u200b\\u2060\\u2064\\ufe00-\\ufe0f\\ufeff]");
    /** Sharp s, final sigma, and the two joiners. */
    private static final Pattern OTHER_IN_2003 = Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\\x7f-\\uffff\"#%/:<>?@\\[\\\\\\]^`{|}]");

    private HostName() {
    }

    /** @throws FetchException if it is no host */
    static String of(String written) {
        if (written.isEmpty()) {
            throw FetchAddress.refused("names no host");
        }
        if (written.startsWith("[")) {
            return IpLiteral.inBrackets(written);
        }
        String ascii = ascii(decoded(written));
        if (FORBIDDEN.matcher(ascii).find()) {
            throw FetchAddress.refused("has a host with characters that no host has");
        }
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        String ipv4 = IpLiteral.ipv4(name);
        if (ipv4 != null) {
            return ipv4;
        }
        boolean wrong = name.length() > MAX_CHARACTERS || Arrays.stream(name.split("\\.", -1))
                .anyMatch(label -> label.isEmpty() || label.length() > MAX_LABEL);
        if (wrong) {
            throw FetchAddress.refused("has a host with a part that is empty or too long");
        }
        return name;
    }

    private static String decoded(String written) {
        if (written.indexOf('%') < 0) {
            return written;
        }
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            Integer escaped = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : null;
            plain.write(escaped == null ? bytes[i] : escaped);
            i += escaped == null ? 0 : 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw FetchAddress.refused("has a host with escapes that are no UTF-8");
        }
    }

    private static @Nullable Integer hex(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? null : 16 * first + second;
    }

    private static String ascii(String name) {
        if (name.chars().allMatch(c -> c <= LAST_ASCII)) {
            return name.toLowerCase(Locale.ROOT);
        }
        if (OTHER_IN_2003.matcher(name).find()) {
            throw FetchAddress.refused("has a host with a sharp s, a final sigma or a joiner. Write the host as xn--");
        }
        String mapped = Normalizer.normalize(IGNORED.matcher(name).replaceAll(""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        try {
            return IDN.toASCII(Normalizer.normalize(mapped, Normalizer.Form.NFKC), IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw FetchAddress.refused("has a host that is no international domain name");
        }
    }
}
