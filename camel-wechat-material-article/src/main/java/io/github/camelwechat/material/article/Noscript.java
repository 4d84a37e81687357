package io.github.camelwechat.material.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The real picture after a placeholder, for readers without scripts. */
final class Noscript {

    private Noscript() {
    }

    /**
     * {@return the address of the first picture in a noscript; null if there is none, or if a text is between the
     * placeholder and the noscript}
     */
    static @Nullable String address(String source, int placeholderEnd, SourceElement noscript) {
        if (!hasOnlyTags(source, placeholderEnd, noscript.tag().from())) {
            return null;
        }
        int end = noscript.element().endTag() < 0 ? noscript.element().end() : noscript.element().endTag();
        for (int at = noscript.tag().end(); at < end; at++) {
            if (source.regionMatches(true, at, "<img", 0, 4)) {
                StartTag img = TagScanner.scan(source, at);
                return img == null || img.end() > end || !img.name().equalsIgnoreCase("img")
                        ? null : ImgTag.read(source, img, List.of()).address();
            }
        }
        return null;
    }

    private static boolean hasOnlyTags(String source, int from, int to) {
        boolean inTag = false;
        for (int at = from; at < to; at++) {
            char c = source.charAt(at);
            if (c == '<') {
                inTag = true;
            } else if (c == '>') {
                inTag = false;
            } else if (!inTag && !Characters.isSpace(c)) {
                return false;
            }
        }
        return true;
    }
}
