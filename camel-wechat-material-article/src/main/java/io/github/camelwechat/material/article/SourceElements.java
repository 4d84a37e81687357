package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Elements of a source with their tags, and what belongs to an image but is in other elements. */
final class SourceElements {

    private final String source;
    private final List<SourceElement> all = new ArrayList<>();
    private final Map<Integer, PictureSources> pictures = new LinkedHashMap<>();
    /** Of an image that shows nothing, by its offset. */
    private final Map<Integer, String> withoutScript = new HashMap<>();

    private SourceElements(String source) {
        this.source = source;
    }

    static SourceElements read(String source, Warnings warnings) {
        SourceElements elements = new SourceElements(source);
        int scanned = 0;
        for (TreeElement element : TreeReader.read(source)) {
            // what begins within a tag is none for a browser: reading it would take the square of the length
            StartTag tag = element.from() < scanned ? null : TagScanner.scan(source, element.from());
            if (tag == null) {
                scanned = element.from() < scanned ? scanned : source.length();
                continue;
            }
            scanned = tag.end();
            elements.all.add(new SourceElement(element, tag));
        }
        new StrayTags(source, elements.all).read(elements.all, warnings);
        elements.all.sort(Comparator.comparingInt(each -> each.tag().from()));
        elements.relate();
        return elements;
    }

    private void relate() {
        StartTag img = null;
        for (SourceElement each : all) {
            TreeElement element = each.element();
            if (element.hidden()) {
                continue;
            }
            if (element.isHtml("source") && element.picture() >= 0) {
                pictures.computeIfAbsent(element.picture(), start -> new PictureSources()).add(source, each.tag());
            } else if (element.isHtml("img")) {
                img = each.tag();
            } else if (element.isHtml("noscript") && img != null) {
                String address = Noscript.address(source, img.end(), each);
                if (address != null) {
                    withoutScript.put(img.from(), address);
                }
                img = null;
            }
        }
    }

    List<SourceElement> all() {
        return all;
    }

    /** {@return the sources beside an element in a {@code picture}; null if there are none} */
    @Nullable
    PictureSources sources(TreeElement element) {
        return pictures.get(element.picture());
    }

    /** {@return the address for readers without scripts; null if there is none} */
    @Nullable
    String withoutScript(TreeElement img) {
        return withoutScript.get(img.from());
    }

    /** Warns of sources that nothing shows; to be called once the images are read. */
    void warnOfSourcesWithoutImage(Warnings warnings) {
        for (PictureSources sources : pictures.values()) {
            String address = sources.address();
            if (sources.isWithoutImage() && address != null) {
                warnings.add(sources.tags().get(0).from(), "picture has " + Shown.address(address)
                                                           + " and no img. It stays, and WeChat drops it.");
            }
        }
    }
}
