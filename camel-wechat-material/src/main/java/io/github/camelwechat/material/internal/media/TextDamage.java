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
        int latin1 = 0;
        int last = 0;
        for (int offset = 0; offset < first.length(); offset += last) {
            if (first.bytes()[offset] >= 0) {
                last = 1;
                continue;
            }
            last = first.utf8CharacterBytes(offset);
            if (last == 0) {
                return false;
            }
            int c = first.at(offset);
            // U+FFFD stands for a byte that was none, a control character of Latin-1 for one that was taken for it
            boolean sign = c == 0xef ? isReplacement(first, offset) : c == 0xc2 && first.at(offset + 1) < 0xa0;
            signs += sign ? 1 : 0;
            latin1 += c == 0xc2 || c == 0xc3 ? 1 : 0;
        }
        if (signs > 0 && (!media || first.length() / signs <= MOST_BETWEEN_SIGNS)) {
            return true;
        }
        return latin1 * MOST_BETWEEN_LATIN_1 > first.length() || (signs == 0 && hasQuestionMarks(first));
    }

    private static boolean isReplacement(FirstBytes first, int offset) {
        return first.at(offset + 1) == 0xbf && first.at(offset + 2) == 0xbd;
    }

    /** Returns whether all bytes beyond ASCII, which are half of most media, have become question marks. */
    private static boolean hasQuestionMarks(FirstBytes first) {
        BitSet values = new BitSet();
        int marks = 0;
        for (int offset = 0; offset < first.length(); offset++) {
            values.set(first.at(offset));
            marks += first.at(offset) == '?' ? 1 : 0;
        }
        return first.length() >= TELLING_BYTES && marks * MOST_BETWEEN_QUESTION_MARKS > first.length()
                && values.length() <= 0x80 && values.cardinality() >= FEWEST_VALUES;
    }
}
