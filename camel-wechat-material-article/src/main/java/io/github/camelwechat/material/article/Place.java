package io.github.camelwechat.material.article;

import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;

/** Place of a picture in the source, which can be changed. */
interface Place {

    /** {@return the offset in the source, by which places are ordered} */
    int offset();

    FoundPicture found();

    void replace(Replace change, Edits edits);

    void remove(Edits edits);
}
