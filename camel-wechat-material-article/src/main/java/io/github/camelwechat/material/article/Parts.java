package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.article.TreeElement.Space;
import org.jspecify.annotations.Nullable;

/** Lengths of the parts of an article: drawings, code, tables, blocks of text, and all style attributes together. */
final class Parts {

    private static final String TEXT = "text";
    private static final int MAX_PARTS = 20;
    private static final Set<String> TEXTS = Set.of(
            "p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "ul", "ol", "dl");

    private final Lines lines;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /**
     * Ends of the drawing, code or table and of the block of text that were entered last: what is in them is a part of
     * them.
     */
    private int blockEnd;
    private int textEnd;
    private int lastText;
    private int styles;
    private int styleLength;

    Parts(Lines lines) {
        this.lines = lines;
    }

    /** Adds an element, in the order of the source. */
    void add(SourceElement each) {
        TagAttribute style = each.tag().first("style");
        if (style != null) {
            styles++;
            styleLength += style.end() - style.from();
        }
        TreeElement element = each.element();
        String kind = kind(element);
        if (kind == null || element.from() < blockEnd) {
            return;
        }
        int end = Math.max(element.end(), each.tag().end());
        int length = end - element.from();
        if (!kind.equals(TEXT)) {
            blockEnd = end;
            if (element.from() < textEnd) {
                shortenText(length);
            }
        } else if (element.from() >= textEnd) {
            textEnd = end;
            lastText = parts.size();
        } else {
            return;
        }
        int number = numbers.merge(kind, 1, Integer::sum);
        parts.add(new Part(kind + ' ' + number + ", line " + lines.at(element.from()), length));
    }

    /** Takes from the block of text what is counted for itself. */
    private void shortenText(int length) {
        Part text = parts.get(lastText);
        parts.set(lastText, new Part(text.name(), Math.max(0, text.length() - length)));
    }

    private static @Nullable String kind(TreeElement element) {
        if (element.isSvg("svg")) {
            return element.inFormula() ? "formula" : "svg";
        }
        if (element.space() != Space.HTML) {
            return null;
        }
        return switch (element.name()) {
            case "pre", "table" -> element.name();
            default -> TEXTS.contains(element.name()) ? TEXT : null;
        };
    }

    /** {@return texts, the largest part first} */
    List<String> texts() {
        List<Part> all = new ArrayList<>(parts);
        if (styles > 0) {
            all.add(new Part(styles + " style attributes, in all parts", styleLength));
        }
        return all.stream().sorted(Comparator.comparingInt(Part::length).reversed()).limit(MAX_PARTS).map(Part::toString)
                .toList();
    }
}
