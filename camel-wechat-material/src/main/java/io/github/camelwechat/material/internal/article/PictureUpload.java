package io.github.camelwechat.material.internal.article;

import io.github.camelwechat.material.internal.media.UploadRule;
import org.jspecify.annotations.Nullable;

/**
 * One picture to upload, for all its places in an article.
 *
 * @param source    of its bytes
 * @param rule      of the interface that it goes to
 * @param otherwise of the interface for what the first one does not take; null for none
 */
record PictureUpload(PictureSource source, UploadRule rule, @Nullable UploadRule otherwise) {

    /** Creates an upload for the text of an article. */
    static PictureUpload forText(PictureSource source, boolean library) {
        return new PictureUpload(source, UploadRule.ARTICLE_IMAGE, library ? UploadRule.ARTICLE_LIBRARY_IMAGE : null);
    }

    /** Creates an upload for the cover of a mini program. */
    static PictureUpload forMiniProgram(PictureSource source) {
        return new PictureUpload(source, UploadRule.ARTICLE_LIBRARY_IMAGE, null);
    }
}
