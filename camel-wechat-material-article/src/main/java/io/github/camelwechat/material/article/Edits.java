package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Edits of one source, each once. What is inside a removed part goes with it. */
final class Edits {

    /** At one offset insertions come first, then the longest edit, which includes the others. */
    private static final Comparator<Edit> ORDER = Comparator.comparingInt(Edit::from)
            .thenComparing(Edit::isInsertion, Comparator.reverseOrder())
            .thenComparing(Edit::to, Comparator.reverseOrder());

    private final Set<Edit> all = new LinkedHashSet<>();
    private final Set<PictureSources> removed = new HashSet<>();

    void replace(int from, int to, String text) {
        all.add(new Edit(from, to, text));
    }

    void remove(int from, int to) {
        replace(from, to, "");
    }

    void insert(int at, String text) {
        replace(at, at, text);
    }

    /** Removes the sources of a {@code picture} once, however many of its images change. */
    void remove(PictureSources sources) {
        if (removed.add(sources)) {
            sources.tags().forEach(tag -> remove(tag.from(), tag.end()));
        }
    }

    String applyTo(String source) {
        List<Edit> sorted = new ArrayList<>(all);
        sorted.sort(ORDER);
        StringBuilder text = new StringBuilder(source.length());
        int at = 0;
        for (Edit edit : sorted) {
            if (edit.from() >= at) {
                text.append(source, at, edit.from()).append(edit.text());
                at = edit.to();
            }
        }
        return text.append(source, at, source.length()).toString();
    }
}
