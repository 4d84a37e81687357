package io.github.camelwechat.material.transport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The strings that no text may show: the secrets of an account, and the access token of a request. They are found plain
 * and escaped (for addresses, HTML or JSON, several times over too), in upper and in lower case. Immutable.
 */
final class Secrets {

    /** Stands where a secret was. */
    static final String STRUCK = "xxxxxx";

    /** A shorter one may be a word: it is left inside a longer word. */
    private static final int WORD_LENGTH = 16;
    /** As much of the beginning of a longer one, where the text is cut off after it. */
    private static final int CUT_LENGTH = 12;
    private static final int MAX_ESCAPES = 3;
    /** How much of a peer's text is searched at most; WeChat's texts have a few hundred characters. */
    private static final int SEARCHED_LENGTH = 2000;
    /** Controls, formats, halves of characters and line ends: a text that shows them could be read otherwise. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private final Set<String> forms;

    private Secrets(Set<String> forms) {
        this.forms = forms;
    }

    static Secrets of(List<String> secrets) {
        return new Secrets(Set.of()).with(secrets);
    }

    static Secrets of(AccountSettings account) {
        Secrets secrets = of(List.of(account.credentials().secret()));
        ProxySettings proxy = account.transport().proxy();
        return proxy == null || proxy.login() == null ? secrets : secrets.with(proxy.login());
    }

    private Secrets with(ProxySettings.Login login) {
        String pair = login.username() + ":" + login.password();
        return with(List.of(login.username(), login.password(),
                Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    }

    /** {@return these and one more, if there is one} */
    Secrets and(@Nullable String further) {
        return further == null ? this : with(List.of(further));
    }

    private Secrets with(List<String> further) {
        Set<String> all = new LinkedHashSet<>(forms);
        for (String secret : further) {
            if (!secret.isBlank()) {
                all.add(folded(secret));
                // UTF-8 that was read, or is escaped, byte by byte
                all.add(folded(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
            }
        }
        return new Secrets(all);
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
        for (String form : forms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                if (form.length() >= WORD_LENGTH || isWord(text, at, at + form.length())) {
                    struck.set(part.starts()[at], part.starts()[at + form.length()]);
                }
            }
            markCut(part, text, form, struck);
        }
        if (escapes > 0) {
            for (Escape escape : Escape.values()) {
                UnescapedText plain = part.without(escape);
                if (plain.text().length() < part.text().length()) {
                    mark(plain, escapes - 1, struck);
                }
            }
        }
    }

    private static void markCut(UnescapedText part, String text, String form, BitSet struck) {
        if (form.length() < WORD_LENGTH) {
            return;
        }
        for (int length = Math.min(form.length() - 1, text.length()); length >= CUT_LENGTH; length--) {
            if (text.regionMatches(text.length() - length, form, 0, length)) {
                struck.set(part.starts()[text.length() - length], part.starts()[text.length()]);
                return;
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
