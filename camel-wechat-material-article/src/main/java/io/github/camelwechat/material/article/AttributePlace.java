package io.github.camelwechat.material.article;

import java.util.List;

import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;

/**
 * Picture that is the whole value of one attribute.
 *
 * @param losers     attributes that the browser does not look at beside this one
 * @param removeFrom start of the element that goes with the picture
 * @param removeTo   its end; the same as its start if only the attribute goes
 */
record AttributePlace(AttributeEditor editor, FoundPicture found, TagAttribute attribute, List<TagAttribute> losers,
        int removeFrom, int removeTo) implements Place {

    @Override
    public int offset() {
        return attribute.from();
    }

    @Override
    public void replace(Replace change, Edits edits) {
        editor.set(attribute, change.url(), edits);
        losers.forEach(loser -> editor.remove(loser, edits));
    }

    @Override
    public void remove(Edits edits) {
        if (removeTo > removeFrom) {
            edits.remove(removeFrom, removeTo);
        } else {
            editor.remove(attribute, edits);
        }
    }
}
