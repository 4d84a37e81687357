package io.github.camelwechat.material.internal.article;

import java.util.List;

/** Pictures of one article, and its text, in which they can be changed. Immutable. */
public interface ArticlePictures {

    /** {@return the pictures that WeChat would show, in the order of the text} */
    List<FoundPicture> pictures();

    /** {@return what WeChat drops or does not show, with the line: texts for people, without bytes of a picture} */
    List<String> warnings();

    /**
     * Returns the article with changed pictures. All else stays as it is, character by character.
     *
     * @param changes of each picture, in the order of {@link #pictures()}
     */
    String withChanges(List<PictureChange> changes);

    /**
     * {@return the parts with the most characters, the largest first: texts as "formula 3, line 41: 7,511 characters"}
     */
    List<String> largestParts(int most);
}
