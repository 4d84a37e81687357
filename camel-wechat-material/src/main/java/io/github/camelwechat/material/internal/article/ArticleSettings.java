package io.github.camelwechat.material.internal.article;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Settings for the pictures of articles, of one endpoint.
 *
 * @param baseUrl     of relative addresses; null for none
 * @param baseFolder  of relative addresses: the pictures are files below it; null for none
 * @param missing     what becomes of a picture that cannot be uploaded
 * @param library     whether a picture that is too large for articles, or a GIF, goes into the library
 * @param httpsOwn    whether an http address of WeChat becomes one of https
 * @param apiUrl      of the account: its host is WeChat's own too
 * @param maxBytes    the most bytes of an article
 * @param maxTags     the most tags of an article
 * @param maxPictures the most places of pictures of an article
 */
public record ArticleSettings(
        @Nullable String baseUrl, @Nullable Path baseFolder, Missing missing, boolean library, boolean httpsOwn, URI apiUrl,
        int maxBytes, int maxTags, int maxPictures) {

    /** What becomes of a picture that cannot be uploaded. */
    public enum Missing {
        /** The article fails. */
        FAIL,
        /** The picture stays, and WeChat drops it. */
        KEEP,
        /** The picture is taken out. */
        REMOVE
    }

    /** Returns settings with another address of relative ones, and no folder. */
    ArticleSettings withBaseUrl(String other) {
        return new ArticleSettings(other, null, missing, library, httpsOwn, apiUrl, maxBytes, maxTags, maxPictures);
    }
}
