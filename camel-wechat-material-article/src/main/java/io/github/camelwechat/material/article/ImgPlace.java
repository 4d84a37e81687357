package io.github.camelwechat.material.article;

import java.math.BigDecimal;
import java.util.List;

import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;
import org.jspecify.annotations.Nullable;

/**
 * Picture of an {@code img}.
 *
 * @param target  attribute that gets the address, under the name {@code src}; null if there is none
 * @param losers  attributes that go
 * @param sources of the {@code picture} around it; null if there is none
 */
record ImgPlace(AttributeEditor editor, FoundPicture found, StartTag tag, @Nullable TagAttribute target,
        List<TagAttribute> losers, @Nullable PictureSources sources) implements Place {

    @Override
    public int offset() {
        return tag.from();
    }

    @Override
    public void replace(Replace change, Edits edits) {
        if (target == null) {
            editor.add(tag, ImgTag.SRC, change.url(), edits);
        } else {
            editor.rename(target, ImgTag.SRC, edits);
            editor.set(target, change.url(), edits);
        }
        losers.forEach(loser -> editor.remove(loser, edits));
        if (change.width() > 0) {
            correct("data-w", Integer.toString(change.width()), edits);
        }
        if (change.width() > 0 && change.height() > 0) {
            correct("data-ratio", ratio(change.width(), change.height()), edits);
        }
        if (!change.type().isEmpty()) {
            correct("data-type", change.type(), edits);
        }
        removeSources(edits);
    }

    @Override
    public void remove(Edits edits) {
        edits.remove(tag.from(), tag.end());
        removeSources(edits);
    }

    private void removeSources(Edits edits) {
        if (sources != null) {
            edits.remove(sources);
        }
    }

    private void correct(String name, String value, Edits edits) {
        TagAttribute attribute = tag.first(name);
        if (attribute != null) {
            editor.set(attribute, value, edits);
        }
    }

    /** {@return the height by the width, as WeChat's editor writes it} */
    private static String ratio(int width, int height) {
        return BigDecimal.valueOf((double) height / width).stripTrailingZeros().toPlainString();
    }
}
