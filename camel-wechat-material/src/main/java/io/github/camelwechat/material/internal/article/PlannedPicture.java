package io.github.camelwechat.material.internal.article;

import java.util.Locale;
import java.util.regex.Pattern;

import io.github.camelwechat.material.internal.article.FoundPicture.Use;
import io.github.camelwechat.material.internal.article.PictureChange.Keep;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;
import io.github.camelwechat.material.internal.article.PictureSource.Own;
import io.github.camelwechat.material.internal.article.PictureSource.Unusable;
import org.jspecify.annotations.Nullable;

/**
 * One place of a picture, and what is to be done about it.
 *
 * @param found  the place
 * @param source of its bytes
 * @param upload null if nothing is uploaded for it
 * @param change null if that depends on the upload, or there is nothing to upload
 * @param reason why nothing can be uploaded; null where there is no such reason
 */
record PlannedPicture(
        FoundPicture found, PictureSource source, @Nullable PictureUpload upload, @Nullable PictureChange change,
        @Nullable String reason) {

    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern LOGIN = Pattern.compile("//[^/\\\\?#]*@");
    private static final int SHOWN_DATA = 64;
    /** A longer one may be the picture itself. */
    private static final int MAX_PLACEHOLDER = 1024;
    static final String NEEDS_LIBRARY = "WeChat takes pictures of the library alone here: set largePictures=library";

    static PlannedPicture of(FoundPicture found, PictureSources sources, ArticleSettings settings) {
        PictureSource source = sources.of(found.source());
        if (source instanceof Own own) {
            return new PlannedPicture(found, source, null, change(found, own, sources, settings), null);
        }
        if (source instanceof Unusable unusable) {
            return new PlannedPicture(found, source, null, null, unusable.why());
        }
        if (found.use() == Use.TEXT) {
            return new PlannedPicture(found, source, PictureUpload.forText(source, settings.library()), null, null);
        }
        return settings.library()
                ? new PlannedPicture(found, source, PictureUpload.forMiniProgram(source), null, null)
                : new PlannedPicture(found, source, null, new Keep(), NEEDS_LIBRARY);
    }

    private static PictureChange change(FoundPicture found, Own own, PictureSources sources, ArticleSettings settings) {
        boolean insecure = own.url().toLowerCase(Locale.ROOT).startsWith("http:");
        if (settings.httpsOwn() && insecure) {
            return new Replace("https:" + own.url().substring("http:".length()), "", 0, 0);
        }
        boolean nothingForeign = found.others().stream().allMatch(
                other -> other.isBlank() || isPlaceholder(other) || sources.of(other) instanceof Own);
        return nothingForeign ? new Keep() : new Replace(own.url(), "", 0, 0);
    }

    private static boolean isPlaceholder(String address) {
        return DataAddress.is(address.strip()) && address.length() <= MAX_PLACEHOLDER;
    }

    /** {@return the address in the article, without what may be secret in it, and of a data: address its beginning} */
    String sourceText() {
        String text = found.source().strip();
        if (DataAddress.is(text)) {
            return text.length() > SHOWN_DATA ? text.substring(0, SHOWN_DATA) + "…" : text;
        }
        return LOGIN.matcher(QUERY_OR_FRAGMENT.matcher(text).replaceFirst("")).replaceFirst("//");
    }
}
