package io.github.camelwechat.material.internal.media;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text without invisible characters. They make two names that look the same differ, and change how a name reads.
 */
public final class VisibleText {

    private static final int MAX_EXCERPT = 100;
    private static final int MAX_FAILURE = 500;
    /** Controls, halves of characters, line ends and changes of direction, for a class of a pattern. */
    static final String UNPRINTABLE_CHARACTERS = "\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069";

    private static final Pattern UNPRINTABLE = Pattern.compile("[" + UNPRINTABLE_CHARACTERS + "]");
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    /** Scripts whose letters look the same with a joiner and without. */
    private static final Set<UnicodeScript> WITHOUT_JOINERS = Set.of(
            UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO, UnicodeScript.COMMON);

    private static final Set<UnicodeScript> WITHOUT_VARIATIONS = Set.of(
            UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.HANGUL, UnicodeScript.HEBREW,
            UnicodeScript.ARABIC, UnicodeScript.BOPOMOFO);

    private VisibleText() {
    }

    /**
     * Drops format characters (zero-width spaces, marks and changes of direction, byte order marks, tags) and other
     * characters without a shape. Joiners and variation selectors stay where the character before them takes one: in
     * Persian and Indic words, in emoji.
     */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        int before = ' ';
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isVisible(c, before)) {
                visible.appendCodePoint(c);
                before = c;
            }
        }
        return visible.toString();
    }

    /**
     * Returns a value as an exception or the log may quote it: one line of at most {@value #MAX_EXCERPT} characters.
     */
    public static String excerpt(String value) {
        return line(value, MAX_EXCERPT);
    }

    /** Returns what a failure says on one line: a stream's text may quote another server, a file's has its path. */
    static String of(Exception failure) {
        return line(failure.toString(), MAX_FAILURE);
    }

    private static String line(String value, int most) {
        int end = Math.min(value.length(), most);
        String text = of(UNPRINTABLE.matcher(value.substring(0, end)).replaceAll(" "));
        return end < value.length() ? text + "… (" + value.length() + " characters)" : text;
    }

    private static boolean isVisible(int c, int before) {
        if (isVariationSelector(c)) {
            return takesVariation(before);
        }
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return takesJoiner(before);
        }
        if (c >= 0x180b && c <= 0x180f) {
            return UnicodeScript.of(before) == UnicodeScript.MONGOLIAN;
        }
        return Character.getType(c) == Character.FORMAT ? isFormatWithShape(c) : !isBlank(c);
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    }

    /** Returns whether a variation selector changes the look of a character: of no letter of most alphabets. */
    private static boolean takesVariation(int before) {
        if (before < 0x80) {
            return before == '#' || before == '*' || Character.isDigit(before);
        }
        return !Character.isWhitespace(before) && !Character.isSpaceChar(before) && !isVariationSelector(before)
                && !WITHOUT_VARIATIONS.contains(UnicodeScript.of(before));
    }

    private static boolean takesJoiner(int before) {
        return switch (Character.getType(before)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK,
                    Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL ->
                true;
            // an emoji that is newer than this Java
            case Character.UNASSIGNED -> before >= 0x1f000 && before <= 0x1ffff;
            default -> Character.isLetterOrDigit(before) && !WITHOUT_JOINERS.contains(UnicodeScript.of(before));
        };
    }

    /** Returns whether this is a sign before Arabic, Syriac or Kaithi numbers, or a joiner of hieroglyphs. */
    private static boolean isFormatWithShape(int c) {
        return (c >= 0x600 && c <= 0x605) || c == 0x6dd || c == 0x70f || c == 0x890 || c == 0x891 || c == 0x8e2
                || c == 0x110bd || c == 0x110cd || (c >= 0x13430 && c <= 0x1343f);
    }

    /** Returns whether this is no format character by its category, but without a shape, or no character at all. */
    private static boolean isBlank(int c) {
        if ((c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef)) {
            return true;
        }
        return c == 0x34f || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5 || c == 0x2065 || c == 0x3164
                || c == 0xffa0 || (c >= 0xfff0 && c <= 0xfff8) || (c >= 0xe0000 && c <= 0xe0fff);
    }
}
