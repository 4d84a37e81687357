package io.github.camelwechat.material.internal.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * The strings that no text may show: the secrets of an account, and the access token of a request. They are found plain
 * and escaped (for addresses, HTML or JSON, several times over too), in Base64 and hexadecimal, in upper and in lower
 * case, and in parts. Immutable.
 */
final class Secrets {

    /** Stands where a secret was. */
    static final String STRUCK = "xxxxxx";

    /** A shorter one may be a word: it is left inside a longer word. */
    private static final int WORD_LENGTH = 16;
    /** The length of the parts of a longer one that are struck out: texts are cut off, or wrapped. */
    private static final int PART_LENGTH = 12;
    private static final int MAX_ESCAPES = 3;
    /** The bytes that Base64 writes together, as four characters. */
    private static final int BASE64_BYTES = 3;
    /** The most of a peer's text that is searched; WeChat's texts have a few hundred characters. */
    private static final int SEARCHED_LENGTH = 2000;
    /** Controls, formats, halves of characters and line ends: a text that shows them could be read otherwise. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private final Set<String> words;
    /** The hashes of all parts of the longer ones, sorted. */
    private final long[] parts;

    private Secrets(Set<String> words, long[] parts) {
        this.words = words;
        this.parts = parts;
    }

    static Secrets of(Collection<String> secrets) {
        return new Secrets(Set.of(), new long[0]).with(secrets);
    }

    /** @param proxy null for none */
    static Secrets of(Collection<String> secrets, @Nullable ProxySettings proxy) {
        Secrets own = of(secrets);
        return proxy == null || proxy.login() == null ? own : own.with(proxy.login());
    }

    private Secrets with(ProxySettings.Login login) {
        String pair = login.username() + ":" + login.password();
        return with(List.of(login.username(), login.password(),
                Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    }

    /** {@return these and further ones} */
    Secrets and(Collection<String> further) {
        return with(further);
    }

    private Secrets with(Collection<String> further) {
        Set<String> allWords = new LinkedHashSet<>(words);
        LongStream.Builder allParts = LongStream.builder();
        LongStream.of(parts).forEach(allParts);
        for (String secret : further) {
            for (String form : forms(secret)) {
                if (form.length() < WORD_LENGTH) {
                    allWords.add(form);
                }
                for (int at = 0; form.length() >= WORD_LENGTH && at <= form.length() - PART_LENGTH; at++) {
                    allParts.add(hash(form, at));
                }
            }
        }
        return new Secrets(allWords, allParts.build().sorted().distinct().toArray());
    }

    private static Set<String> forms(String secret) {
        if (secret.isBlank()) {
            return Set.of();
        }
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(folded(secret));
        // UTF-8 that was read, or is escaped, byte by byte
        forms.add(folded(new String(utf8, StandardCharsets.ISO_8859_1)));
        if (utf8.length >= WORD_LENGTH) {
            forms.add(HexFormat.of().formatHex(utf8));
            for (int before = 0; before < BASE64_BYTES; before++) {
                String base64 = base64Amid(before, utf8);
                forms.add(folded(base64));
                forms.add(folded(base64.replace('+', '-').replace('/', '_')));
            }
        }
        return forms;
    }

    /** {@return what Base64 makes of bytes after others, without the characters that depend on these or on the next} */
    private static String base64Amid(int before, byte[] bytes) {
        byte[] all = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, all, before, bytes.length);
        return Base64.getEncoder().encodeToString(all).substring(before == 0 ? 0 : before + 1, all.length * 4 / BASE64_BYTES);
    }

    private static long hash(String text, int from) {
        long hash = 0;
        for (int i = from; i < from + PART_LENGTH; i++) {
            hash = hash * 0x9e3779b97f4a7c15L + text.charAt(i);
        }
        return hash;
    }

    /** Without case, and with one kind of blank: addresses write it as a plus. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c == '+' ? ' ' : Character.toLowerCase(Character.toUpperCase(c)));
        }
        return folded.toString();
    }

    /**
     * {@return the text of a peer on one line, without what cannot be printed, cut after 2,000 characters, and struck}
     */
    String printable(String text) {
        String cut = text.length() > SEARCHED_LENGTH ? text.substring(0, SEARCHED_LENGTH) : text;
        return strike(UNPRINTABLE.matcher(cut).replaceAll(" "));
    }

    /** {@return whether the text is free of what {@link #printable} replaces, whatever its length} */
    static boolean isPrintable(String text) {
        return !UNPRINTABLE.matcher(text).find();
    }

    /** {@return the text, shortened to so many characters} */
    static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) + "…" : text;
    }

    /** {@return the text with each secret replaced} */
    String strike(String text) {
        BitSet struck = new BitSet();
        mark(UnescapedText.original(text), MAX_ESCAPES, struck);
        if (struck.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (int start = struck.nextSetBit(0); start >= 0; start = struck.nextSetBit(from)) {
            clean.append(text, from, start).append(STRUCK);
            from = struck.nextClearBit(start);
        }
        return clean.append(text, from, text.length()).toString();
    }

    private void mark(UnescapedText part, int escapes, BitSet struck) {
        String text = folded(part.text());
        for (int at = 0; at <= text.length() - PART_LENGTH; at++) {
            if (Arrays.binarySearch(parts, hash(text, at)) >= 0) {
                struck.set(part.starts()[at], part.starts()[at + PART_LENGTH]);
            }
        }
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (isWord(text, at, at + word.length())) {
                    struck.set(part.starts()[at], part.starts()[at + word.length()]);
                }
            }
        }
        if (escapes > 0 && Escape.mayBeIn(part.text())) {
            for (Escape escape : Escape.values()) {
                UnescapedText plain = part.without(escape);
                if (plain.text().length() < part.text().length()) {
                    mark(plain, escapes - 1, struck);
                }
            }
        }
    }

    private static boolean isWord(String text, int from, int to) {
        return (from == 0 || !isInWord(text.charAt(from - 1))) && (to == text.length() || !isInWord(text.charAt(to)));
    }

    private static boolean isInWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    /** None of them. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
