package io.github.camelwechat.material.internal.article;

import java.util.List;

/**
 * One place of a picture in an article.
 *
 * @param place  for people: {@code img}, {@code style background-image}, {@code image href} …
 * @param line   of the text, from 1
 * @param source address as it is meant, with entities and escapes decoded; may be {@code data:}, relative or no address
 *               at all
 * @param others further addresses of the same element, which a change removes: {@code srcset}, lazy attributes …
 * @param use    of the picture
 */
public record FoundPicture(String place, int line, String source, List<String> others, Use use) {

    /** What a picture is for. */
    public enum Use {
        /** It is shown in the text. */
        TEXT,
        /** It is the cover of a mini program, for which WeChat takes pictures of the library alone. */
        MINI_PROGRAM
    }

    public FoundPicture {
        others = List.copyOf(others);
    }

    /** Returns a text without the address, which may hold the picture or a signature. */
    @Override
    public String toString() {
        return place + ", line " + line;
    }
}
