package io.github.camelwechat.material.article;

import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;

/**
 * Picture of a declaration in a {@code style}.
 *
 * @param from      start of {@code url(…)} in the source
 * @param wholeFrom start of what goes with the picture
 * @param adjoined  whether a name follows without a blank
 */
record StylePlace(FoundPicture found, int from, int to, int wholeFrom, int wholeTo, boolean adjoined) implements Place {

    private static final String NONE = "none";
    /** Parts two names, also in a value without quotes. */
    private static final String EMPTY_COMMENT = "/**/";

    @Override
    public int offset() {
        return from;
    }

    @Override
    public void replace(Replace change, Edits edits) {
        edits.replace(from, to, AttributeEditor.escape(CssAddress.written(change.url())));
    }

    @Override
    public void remove(Edits edits) {
        edits.replace(wholeFrom, wholeTo, adjoined ? NONE + EMPTY_COMMENT : NONE);
    }
}
