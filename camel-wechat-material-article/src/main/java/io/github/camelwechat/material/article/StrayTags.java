package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.camelwechat.material.article.TreeElement.Space;

/** Tags that are no elements of the tree: repeated ones of html and body, and those that the parser drops. */
final class StrayTags {

    /** Their attributes go to the element that there is already. */
    private static final Set<String> MERGED = Set.of("html", "body");
    private static final Set<String> PICTURES = Set.of("img", "image", "source", "input");
    private static final List<String> ADDRESSES = List.of("src", "data-src", "srcset", "href", "background");

    private final String source;
    private final Set<Integer> known = new HashSet<>();
    private final List<SourceElement> hiding = new ArrayList<>();

    StrayTags(String source, List<SourceElement> elements) {
        this.source = source;
        for (SourceElement each : elements) {
            known.add(each.tag().from());
            if (TreeReader.HIDING.contains(each.element().name()) && !each.element().hidden()) {
                hiding.add(each);
            }
        }
    }

    /** Adds repeated elements to a list, and warns of pictures in tags that the parser drops. */
    void read(List<SourceElement> merged, Warnings warnings) {
        int next = 0;
        for (StartTag tag : SourceTags.read(source)) {
            while (next < hiding.size() && hiding.get(next).element().end() <= tag.from()) {
                next++;
            }
            boolean hidden = next < hiding.size() && hiding.get(next).tag().from() < tag.from();
            if (hidden || known.contains(tag.from())) {
                continue;
            }
            String name = tag.name().toLowerCase(Locale.ROOT);
            if (MERGED.contains(name)) {
                merged.add(new SourceElement(
                        new TreeElement(name, tag.from(), -1, tag.end(), Space.HTML, false, -1, false, false), tag));
            } else {
                warn(name, tag, warnings);
            }
        }
    }

    private void warn(String name, StartTag tag, Warnings warnings) {
        boolean styled = tag.value(source, "style").indexOf('(') >= 0;
        if (!styled && !PICTURES.contains(name) && tag.first("background") == null) {
            return;
        }
        for (String attribute : ADDRESSES) {
            String address = tag.value(source, attribute);
            if (!address.isBlank()) {
                warnings.add(tag.from(), Shown.text(name) + " has " + Shown.address(address)
                                         + " where browsers drop such an element. It stays.");
                return;
            }
        }
        if (styled) {
            warnings.add(tag.from(), Shown.text(name) + " has a style with an address where browsers drop such an element."
                                     + " It stays.");
        }
    }
}
