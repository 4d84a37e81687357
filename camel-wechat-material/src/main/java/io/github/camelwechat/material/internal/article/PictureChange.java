package io.github.camelwechat.material.internal.article;

/** What becomes of one place of a picture. */
public sealed interface PictureChange {

    /** It stays as it is, character by character. */
    record Keep() implements PictureChange {
    }

    /** It goes: the element where it is one, else the declaration's picture or the attribute. */
    record Remove() implements PictureChange {
    }

    /**
     * It gets another address, and loses all others.
     *
     * @param url    of WeChat
     * @param type   for {@code data-type}: jpeg, png or gif; empty if unknown
     * @param width  in pixels, for {@code data-w} and {@code data-ratio}; 0 if unknown
     * @param height in pixels; 0 if unknown
     */
    record Replace(String url, String type, int width, int height) implements PictureChange {
    }
}
