package io.github.camelwechat.material.article;

import java.util.Arrays;

/** Numbers of lines in a source. */
final class Lines {

    /** Offsets of line feeds. */
    private final int[] ends;

    Lines(String source) {
        ends = ends(source);
    }

    private static int[] ends(String source) {
        int[] found = new int[64];
        int count = 0;
        for (int at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at;
        }
        return Arrays.copyOf(found, count);
    }

    /** {@return the number of the line that has an offset, from 1} */
    int at(int offset) {
        int index = Arrays.binarySearch(ends, offset);
        return (index < 0 ? -index - 1 : index) + 1;
    }
}
