package io.github.camelwechat.material.internal.media;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Name that a misspelt one most likely means. */
public final class NearestName {

    /** Longer text is no name. */
    private static final int MAX_LENGTH = 100;

    private NearestName() {
    }

    /** {@return the known name that the fewest edits make of the written one; of several, the first one by alphabet} */
    public static String of(String written, Collection<String> known) {
        String start = written.substring(0, Math.min(written.length(), MAX_LENGTH));
        return known.stream().sorted().min(Comparator.comparingInt(name -> distance(start, name))).orElseThrow();
    }

    /** {@return Levenshtein's distance} */
    public static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
