package io.github.camelwechat.material.article;

import java.util.List;

import io.github.camelwechat.material.internal.article.ArticlePictures;
import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.PictureChange;
import io.github.camelwechat.material.internal.article.PictureChange.Remove;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;

/**
 * Pictures that were found in a source.
 *
 * @param places   in the order of the source
 * @param warnings for people
 * @param parts    the largest first
 */
record FoundArticle(String source, List<Place> places, List<String> warnings, List<String> parts) implements ArticlePictures {

    FoundArticle {
        places = List.copyOf(places);
        warnings = List.copyOf(warnings);
        parts = List.copyOf(parts);
    }

    @Override
    public List<FoundPicture> pictures() {
        return places.stream().map(Place::found).toList();
    }

    @Override
    public String withChanges(List<PictureChange> changes) {
        if (changes.size() != places.size()) {
            throw new IllegalArgumentException(
                    "There are " + changes.size() + " changes of " + places.size() + " pictures: each has one.");
        }
        Edits edits = new Edits();
        for (int i = 0; i < changes.size(); i++) {
            PictureChange change = changes.get(i);
            if (change instanceof Replace replace) {
                places.get(i).replace(replace, edits);
            } else if (change instanceof Remove) {
                places.get(i).remove(edits);
            }
        }
        return edits.applyTo(source);
    }

    @Override
    public List<String> largestParts(int most) {
        return parts.subList(0, Math.min(most, parts.size()));
    }

    /** Returns a text without the article. */
    @Override
    public String toString() {
        return places.size() + " pictures in " + source.length() + " characters";
    }
}
