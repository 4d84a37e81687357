package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Addresses of one {@code img}: the one that is meant, and all others. */
final class ImgTag {

    static final String SRC = "src";
    /** With several addresses each. */
    static final List<String> SETS = List.of("data-srcset", "srcset");

    /** With the real address, which a script moves into {@code src}; the first one counts. */
    private static final List<String> LAZY = List.of("data-src", "data-original", "data-actualsrc", "data-lazy-src");
    private static final Set<String> MOVED = union(LAZY, SETS, List.of(SRC));
    private static final Set<String> REMOVED = union(MOVED, List.of("sizes"));

    private final String source;
    private final StartTag tag;
    private @Nullable TagAttribute chosen;
    private @Nullable String address;

    private ImgTag(String source, StartTag tag) {
        this.source = source;
        this.tag = tag;
    }

    @SafeVarargs
    private static Set<String> union(Iterable<String>... names) {
        Set<String> all = new HashSet<>();
        for (Iterable<String> some : names) {
            some.forEach(all::add);
        }
        return Set.copyOf(all);
    }

    /**
     * Reads a tag.
     *
     * @param fallbacks addresses from elsewhere, of which the first counts if the tag has a placeholder at most
     */
    static ImgTag read(String source, StartTag tag, List<String> fallbacks) {
        ImgTag img = new ImgTag(source, tag);
        img.choose(fallbacks);
        return img;
    }

    private void choose(List<String> fallbacks) {
        LAZY.forEach(name -> consider(name, false));
        SETS.forEach(this::considerSet);
        consider(SRC, false);
        if (address == null && !fallbacks.isEmpty()) {
            address = fallbacks.get(0);
        }
        // an icon of a few bytes is one too, if there is nothing else
        consider(SRC, true);
        LAZY.forEach(name -> consider(name, true));
    }

    private void consider(String name, boolean orPlaceholder) {
        TagAttribute attribute = address == null ? tag.first(name) : null;
        if (attribute != null) {
            take(attribute, attribute.value(source).text(), orPlaceholder);
        }
    }

    private void considerSet(String name) {
        TagAttribute attribute = address == null ? tag.first(name) : null;
        String largest = attribute == null ? null : SourceSet.parse(attribute.value(source).text()).largest();
        if (attribute != null && largest != null) {
            take(attribute, largest, false);
        }
    }

    private void take(TagAttribute attribute, String value, boolean orPlaceholder) {
        boolean data = value.strip().regionMatches(true, 0, "data:", 0, 5);
        if (orPlaceholder ? data : !Placeholder.is(value)) {
            chosen = attribute;
            address = value;
        }
    }

    /** {@return the address that is meant; null if there is no picture} */
    @Nullable
    String address() {
        return address;
    }

    /**
     * {@return the attribute that gets a new address: src, else the one that had the address; null if there is none}
     */
    @Nullable
    TagAttribute target() {
        TagAttribute src = tag.first(SRC);
        return src != null ? src : chosen;
    }

    /** {@return the attributes that go when the picture gets a new address} */
    List<TagAttribute> losers() {
        TagAttribute target = target();
        return tag.attributes().stream().filter(attribute -> !attribute.equals(target) && REMOVED.contains(attribute.name()))
                .toList();
    }

    /** {@return all addresses that would be shown but for the one that is meant} */
    List<String> others() {
        List<String> others = new ArrayList<>();
        for (TagAttribute attribute : tag.attributes()) {
            if (MOVED.contains(attribute.name())) {
                String value = attribute.value(source).text();
                others.addAll(SETS.contains(attribute.name()) ? SourceSet.parse(value).addresses() : List.of(value));
            }
        }
        others.removeIf(other -> other.equals(address) || Placeholder.is(other));
        return others;
    }

    /** {@return the real address in src beside another real one in a lazy attribute; null if there is none} */
    @Nullable
    String contradiction() {
        String src = tag.value(source, SRC);
        boolean lazy = chosen != null && LAZY.contains(chosen.name());
        return lazy && !Placeholder.is(src) && !src.strip().equals(address == null ? "" : address.strip()) ? src : null;
    }
}
