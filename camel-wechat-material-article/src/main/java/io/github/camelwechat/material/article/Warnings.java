package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Warnings about one article: of each place, and counted ones of what may be in every element. */
final class Warnings {

    private static final int MAX_WARNINGS = 100;

    private final Lines lines;
    private final List<At> places = new ArrayList<>();
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private int more;

    Warnings(Lines lines) {
        this.lines = lines;
    }

    void add(int offset, String text) {
        if (places.size() < MAX_WARNINGS) {
            places.add(new At(offset, text));
        } else {
            more++;
        }
    }

    /** Counts what is said once, with the line of the first. */
    void count(int offset, String text) {
        counts.merge(text, new Count(offset, 1), (before, one) -> new Count(before.first(), before.number() + 1));
    }

    List<String> texts() {
        places.sort(Comparator.comparingInt(At::offset));
        List<String> texts = new ArrayList<>();
        places.forEach(at -> texts.add("Line " + lines.at(at.offset()) + ": " + at.text()));
        if (more > 0) {
            texts.add("And " + more + " more warnings of these kinds.");
        }
        counts.forEach((text, count) -> texts.add("Line " + lines.at(count.first()) + ": " + text
                                                  + (count.number() > 1 ? " (" + count.number() + " times)" : "")));
        return List.copyOf(texts);
    }

    private record At(int offset, String text) {
    }

    private record Count(int first, int number) {
    }
}
