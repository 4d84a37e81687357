package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.FoundPicture.Use;
import org.jspecify.annotations.Nullable;

/** Reader of the places of pictures in single elements. */
final class PlaceReader {

    private static final Set<String> WITH_BACKGROUND = Set.of("body", "table", "thead", "tbody", "tfoot", "tr", "td", "th");
    private static final String MINI_PROGRAM = "data-miniprogram-imageurl";

    private final String source;
    private final AttributeEditor editor;
    private final Lines lines;
    private final Warnings warnings;
    private final List<Place> places = new ArrayList<>();

    PlaceReader(String source, Lines lines, Warnings warnings) {
        this.source = source;
        editor = new AttributeEditor(source);
        this.lines = lines;
        this.warnings = warnings;
    }

    List<Place> places() {
        return places;
    }

    void read(SourceElement each, SourceElements elements) {
        TreeElement element = each.element();
        StartTag tag = each.tag();
        if (element.isHtml("img")) {
            img(tag, elements.sources(element), elements.withoutScript(element));
        } else if (element.isHtml("input") && tag.value(source, "type").strip().equalsIgnoreCase("image")) {
            attribute(tag, "src", "input type=image", Use.TEXT, tag.end());
        } else if (element.isHtml("mp-miniprogram")) {
            attribute(tag, MINI_PROGRAM, "mp-miniprogram", Use.MINI_PROGRAM, tag.from());
        } else if (element.space() == TreeElement.Space.HTML && WITH_BACKGROUND.contains(element.name())) {
            attribute(tag, "background", element.name() + " background", Use.TEXT, tag.from());
        } else if (element.isSvg("image")) {
            svgImage(tag, element.endTag() < 0 ? tag.end() : element.end());
        }
    }

    private void img(StartTag tag, @Nullable PictureSources sources, @Nullable String withoutScript) {
        List<String> fallbacks = new ArrayList<>();
        if (sources != null && sources.address() != null) {
            fallbacks.add(sources.address());
        }
        if (withoutScript != null) {
            fallbacks.add(withoutScript);
        }
        ImgTag img = ImgTag.read(source, tag, fallbacks);
        String address = img.address();
        if (address == null) {
            return;
        }
        List<String> others = new ArrayList<>(img.others());
        if (sources != null) {
            sources.takeAddresses().stream().filter(other -> !other.equals(address)).forEach(others::add);
        }
        FoundPicture found = new FoundPicture("img", lines.at(tag.from()), address, others, Use.TEXT);
        places.add(new ImgPlace(editor, found, tag, img.target(), img.losers(), sources));
        String contradiction = img.contradiction();
        if (contradiction != null) {
            warnings.add(tag.from(), "img has " + Shown.address(address) + " for loading on demand and another src, "
                                     + Shown.address(contradiction) + ": the first one is used.");
        }
    }

    private void attribute(StartTag tag, String name, String place, Use use, int removeTo) {
        TagAttribute attribute = tag.first(name);
        if (attribute != null) {
            add(tag, attribute, place, use, List.of(), removeTo);
        }
    }

    private void svgImage(StartTag tag, int end) {
        List<TagAttribute> references = tag.attributes().stream()
                .filter(attribute -> attribute.name().equals("href") || attribute.name().equals("xlink:href"))
                .filter(attribute -> !attribute.value(source).text().isBlank()).toList();
        TagAttribute chosen = references.stream().filter(attribute -> attribute.name().equals("href")).findFirst()
                .orElse(references.isEmpty() ? null : references.get(0));
        if (chosen != null) {
            add(tag, chosen, "image " + chosen.name(), Use.TEXT,
                    references.stream().filter(attribute -> !attribute.equals(chosen)).toList(), end);
        }
    }

    private void add(
            StartTag tag, TagAttribute attribute, String place, Use use, List<TagAttribute> losers, int removeTo) {
        String address = attribute.value(source).text();
        if (address.isBlank() || address.strip().startsWith("#")) {
            return;
        }
        List<String> others = losers.stream().map(loser -> loser.value(source).text()).filter(other -> !other.equals(address))
                .toList();
        FoundPicture found = new FoundPicture(place, lines.at(attribute.from()), address, others, use);
        places.add(new AttributePlace(editor, found, attribute, losers, tag.from(), removeTo));
    }
}
