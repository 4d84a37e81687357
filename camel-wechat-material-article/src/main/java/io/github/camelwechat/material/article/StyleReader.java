package io.github.camelwechat.material.article;

import java.util.List;
import java.util.Set;

import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.FoundPicture.Use;

/** Reader of the pictures in {@code style} attributes. */
final class StyleReader {

    static final String LOCAL = "url(#…) points to an id, and WeChat removes these.";

    private static final int MAX_EXCERPT = 200;
    private static final Set<String> PROPERTIES = Set.of(
            "background", "background-image", "border-image", "border-image-source", "list-style", "list-style-image",
            "content", "shape-outside");

    private final String source;
    private final Lines lines;
    private final Warnings warnings;
    private final List<Place> places;

    StyleReader(String source, Lines lines, Warnings warnings, List<Place> places) {
        this.source = source;
        this.lines = lines;
        this.warnings = warnings;
        this.places = places;
    }

    /** Reads all styles of a tag: browsers take the first, and nobody knows which one WeChat takes. */
    void read(StartTag tag) {
        for (TagAttribute attribute : tag.attributes()) {
            if (attribute.name().equals("style")) {
                read(attribute);
            }
        }
    }

    private void read(TagAttribute style) {
        DecodedValue value = style.value(source);
        if (value.text().indexOf('(') < 0) {
            return;
        }
        StyleScanner.Result result = StyleScanner.scan(value.text());
        for (CssAddress address : result.found()) {
            read(address, value);
        }
        for (int index : result.broken()) {
            warnings.add(value.offset(index), "style has an address or a string without an end: "
                                              + Shown.address(excerpt(value.text(), index)) + ". It stays.");
        }
    }

    private void read(CssAddress css, DecodedValue value) {
        int from = value.offset(css.from());
        String address = css.address().strip();
        if (address.isEmpty()) {
            return;
        }
        if (address.startsWith("#")) {
            warnings.count(from, LOCAL);
        } else if (isPicture(css.property())) {
            FoundPicture found = new FoundPicture(
                    "style " + Shown.text(css.property()), lines.at(from), css.address(), List.of(), Use.TEXT);
            places.add(new StylePlace(
                    found, from, value.offset(css.to()), value.offset(css.wholeFrom()), value.offset(css.wholeTo()),
                    css.wholeTo() < value.text().length() && isName(value.text().charAt(css.wholeTo()))));
        } else {
            warnings.add(from, "style " + (css.property().isEmpty() ? "without a property" : Shown.text(css.property()))
                               + " has " + Shown.address(address) + ". It stays, and WeChat drops it.");
        }
    }

    /** {@return a short part: all of a long rest, for each of many, would take the square of the length} */
    private static String excerpt(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + MAX_EXCERPT));
    }

    private static boolean isPicture(String property) {
        String name = StyleScanner.unprefixed(property);
        return PROPERTIES.contains(name) || name.startsWith("mask");
    }

    private static boolean isName(char c) {
        return Characters.isLetter(c) || Characters.isDigit(c) || c == '-' || c == '_' || c == '\\' || c >= 0x80;
    }
}
