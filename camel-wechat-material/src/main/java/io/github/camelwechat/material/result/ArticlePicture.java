package io.github.camelwechat.material.result;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One place of a picture in an article, and what {@code rewriteArticle} made of it.
 *
 * @param place   for people, for example {@code img} or {@code style background-image}
 * @param line    of the article, from 1
 * @param source  the address in the article: of a {@code data:} address its first 64 characters; without the query of
 *                another one, which may hold a signature
 * @param action  what was done
 * @param url     the address in the article now; null where the picture is gone, or is not WeChat's
 * @param mediaId in the library; null where the picture is none of the library
 * @param bytes   of the picture; 0 where they were not read
 * @param error   why the picture is missing; null where it is not
 */
public record ArticlePicture(
        String place, int line, String source, Action action, @Nullable String url, @Nullable String mediaId, long bytes,
        @Nullable String error) implements WechatMaterialResult {

    /** What was done with a picture. */
    public enum Action {
        /** It was uploaded. */
        UPLOADED,
        /** It has the address of an upload that was there already: the same picture stands at another place too. */
        REUSED,
        /** It is WeChat's own. */
        KEPT_OWN,
        /** It was taken out of the article. */
        REMOVED,
        /** It could not be uploaded, and stays as it was. */
        MISSING,
        /** It was not begun, since another one failed or the time was up. */
        SKIPPED
    }

    public ArticlePicture {
        Objects.requireNonNull(place, "a picture has a place");
        Objects.requireNonNull(source, "a picture has a source");
        Objects.requireNonNull(action, "something was done with the picture");
    }

    /** {@return whether the picture is not shown by WeChat} */
    public boolean missing() {
        return action == Action.MISSING || action == Action.REMOVED || action == Action.SKIPPED;
    }
}
