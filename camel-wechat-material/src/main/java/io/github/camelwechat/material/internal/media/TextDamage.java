package io.github.camelwechat.material.internal.media;

import java.util.BitSet;

/**
 * Signs that bytes were turned into a text on the way, and back: by {@code convertBodyTo(String.class)}, a text message
 * of a broker, or a log. What was no character is lost, or is two now, so the media is lost too.
 */
final class TextDamage {

    /** The most bytes between two signs, on an average: a tag may have a damaged title. */
    private static final int MOST_BETWEEN_SIGNS = 128;
    private static final int MOST_BETWEEN_LATIN_1 = 16;
    /** Where bytes have become question marks: the fewest bytes that can tell, and their share and variety. */
    private static final int TELLING_BYTES = 256;
    private static final int MOST_BETWEEN_QUESTION_MARKS = 6;
    private static final int FEWEST_VALUES = 64;
    private static final int BETWEEN_OTHERS = 100;
    /** No title of a tag, which may have a sign, is so near to the start. */
    private static final int HEADER_BYTES = 32;

    private TextDamage() {
    }

    /**
     * Returns whether these bytes are those of a text that was made of other bytes.
     *
     * @param first their start
     * @param media whether they are known as media, which may have a sign in a tag
     */
    static boolean isIn(FirstBytes first, boolean media) {
        int signs = 0;
        boolean early = false;
        int latin1 = 0;
        int last = 0;
        for (int offset = 0; offset < first.length(); offset += last) {
            if (first.bytes()[offset] >= 0) {
                last = 1;
                continue;
            }
            last = first.utf8CharacterBytes(offset);
            if (last == 0) {
                return hasQuestionMarks(first);
            }
            int c = first.at(offset);
            // U+FFFD stands for a byte that was none, a control character of Latin-1 for one that was taken for it
            boolean sign = c == 0xef ? isReplacement(first, offset) : c == 0xc2 && first.at(offset + 1) < 0xa0;
            early |= sign && offset < HEADER_BYTES;
            signs += sign ? 1 : 0;
            latin1 += c == 0xc2 || c == 0xc3 ? 1 : 0;
        }
        if (early || (signs > 0 && (!media || first.length() / signs <= MOST_BETWEEN_SIGNS))) {
            return true;
        }
        return latin1 * MOST_BETWEEN_LATIN_1 > first.length() || (signs == 0 && hasQuestionMarks(first));
    }

    private static boolean isReplacement(FirstBytes first, int offset) {
        return first.at(offset + 1) == 0xbf && first.at(offset + 2) == 0xbd;
    }

    /** Returns whether the bytes beyond ASCII, which are half of most media, have become question marks. */
    private static boolean hasQuestionMarks(FirstBytes first) {
        int marks = 0;
        int others = 0;
        for (int offset = 0; offset < first.length(); offset++) {
            int value = first.bytes()[offset];
            marks += value == '?' ? 1 : 0;
            // of two or three bytes that happen to be a character, one is left
            others += value < 0 ? 1 : 0;
            if (others * BETWEEN_OTHERS > first.length()) {
                return false;
            }
        }
        if (first.length() < TELLING_BYTES || marks * MOST_BETWEEN_QUESTION_MARKS <= first.length()) {
            return false;
        }
        BitSet values = new BitSet();
        for (int offset = 0; offset < first.length(); offset++) {
            values.set(first.at(offset));
        }
        return values.cardinality() >= FEWEST_VALUES;
    }
}
