package io.github.camelwechat.simulator.format;

import java.util.stream.IntStream;

/**
 * Traces in bytes that were made characters on their way, and bytes again: U+FFFD for what was none, control characters
 * of Latin-1, or question marks for all that is not ASCII.
 */
final class TextTraces {

    private static final int BYTES_FOR_EACH = 128;
    private static final int BYTES_FOR_LATIN_1 = 16;
    private static final int FEWEST_BYTES = 256;
    private static final int BYTES_FOR_A_QUESTION_MARK = 6;
    private static final int FEWEST_VALUES = 64;
    private static final int BYTES_FOR_OTHERS = 100;
    /** Before any title, which may have such a trace of its own. */
    private static final int HEADER = 32;

    private TextTraces() {
    }

    /** {@return whether the first bytes are such characters in UTF-8} */
    static boolean areIn(String head) {
        int traces = 0;
        boolean early = false;
        int latin1 = 0;
        int at = 0;
        while (at < head.length()) {
            int first = head.charAt(at);
            int bytes = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
            boolean wrong = (first >= 0x80 && first < 0xc2) || first > 0xf4;
            int begin = at + 1;
            if (wrong || IntStream.range(begin, Math.min(head.length(), at + bytes))
                    .anyMatch(i -> (head.charAt(i) & 0xc0) != 0x80)) {
                return hasQuestionMarks(head);
            }
            boolean control = first == 0xc2 && (begin == head.length() || head.charAt(begin) < 0xa0);
            boolean trace = control || head.startsWith("\u00ef\u00bf\u00bd", at);
            early |= trace && at < HEADER;
            traces += trace ? 1 : 0;
            latin1 += first == 0xc2 || first == 0xc3 ? 1 : 0;
            at += bytes;
        }
        return early || (traces > 0 && head.length() / traces <= BYTES_FOR_EACH) || latin1 * BYTES_FOR_LATIN_1 > head.length()
                || hasQuestionMarks(head);
    }

    private static boolean hasQuestionMarks(String head) {
        long marks = head.chars().filter(c -> c == '?').count();
        return head.length() >= FEWEST_BYTES && marks * BYTES_FOR_A_QUESTION_MARK > head.length()
                && head.chars().filter(c -> c >= 0x80).count() * BYTES_FOR_OTHERS <= head.length()
                && head.chars().distinct().count() >= FEWEST_VALUES;
    }
}
