package io.github.camelwechat.material.article;

import java.util.Comparator;
import java.util.List;

import io.github.camelwechat.material.internal.article.ArticlePictures;
import io.github.camelwechat.material.internal.article.PictureFinder;

/** Finder that takes the structure from jsoup, and all else from the source. Camel's factory finder makes it. */
public final class JsoupPictureFinder implements PictureFinder {

    @Override
    public ArticlePictures find(String html, int maxTags) {
        TagLimit.require(html, maxTags);
        Lines lines = new Lines(html);
        Warnings warnings = new Warnings(lines);
        SourceElements elements = SourceElements.read(html, warnings);
        PlaceReader reader = new PlaceReader(html, lines, warnings);
        StyleReader styles = new StyleReader(html, lines, warnings, reader.places());
        WarningRules rules = new WarningRules(html, warnings);
        Parts parts = new Parts(lines);
        for (SourceElement each : elements.all()) {
            if (!each.element().hidden()) {
                reader.read(each, elements);
                rules.check(each);
                parts.add(each);
                styles.read(each.tag());
            }
        }
        rules.end();
        elements.warnOfSourcesWithoutImage(warnings);
        List<Place> places = reader.places();
        places.sort(Comparator.comparingInt(Place::offset));
        return new FoundArticle(html, places, warnings.texts(), parts.texts());
    }
}
