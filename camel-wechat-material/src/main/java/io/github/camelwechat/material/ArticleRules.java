package io.github.camelwechat.material;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import io.github.camelwechat.material.WechatMaterialArticleOptions.LargePictures;
import io.github.camelwechat.material.WechatMaterialArticleOptions.OwnHosts;
import io.github.camelwechat.material.internal.article.ArticleSettings;
import io.github.camelwechat.material.internal.article.ArticleSettings.Missing;
import io.github.camelwechat.material.internal.fetch.FetchHosts;
import org.jspecify.annotations.Nullable;

/**
 * The options of an endpoint for articles, checked.
 *
 * @param options        as they were set
 * @param baseFolder     null for none
 * @param hosts          that pictures are fetched from
 * @param fetchTimeout   of one picture
 * @param articleTimeout of a whole article
 */
record ArticleRules(
        WechatMaterialArticleOptions options, @Nullable Path baseFolder, FetchHosts hosts, Duration fetchTimeout,
        Duration articleTimeout) {

    private static final String ADVICE
            = "set the header CamelWechatMaterialBaseUrl for an address of the message, or use toD";

    /** @throws IllegalArgumentException if an option cannot be right */
    static ArticleRules of(WechatMaterialArticleOptions options) {
        Placeholders.refuse("baseUrl", options.getBaseUrl(), ADVICE);
        Placeholders.refuse("baseFolder", options.getBaseFolder(), ADVICE);
        Placeholders.refuse("fetchHosts", options.getFetchHosts(), "name the hosts in the URI");
        if (options.getBaseUrl() != null && options.getBaseFolder() != null) {
            throw new IllegalArgumentException(
                    "baseUrl and baseFolder are both set: relative addresses start from one of them. Remove one");
        }
        requirePositive("maxPictures", options.getMaxPictures());
        requirePositive("maxArticleSize", options.getMaxArticleSize());
        requirePositive("maxTags", options.getMaxTags());
        requirePositive("fetchTimeout", options.getFetchTimeout());
        requirePositive("articleTimeout", options.getArticleTimeout());
        return new ArticleRules(
                options, options.getBaseFolder() == null ? null : folder(options.getBaseFolder()),
                hosts(options.getFetchHosts()), Duration.ofMillis(options.getFetchTimeout()),
                Duration.ofMillis(options.getArticleTimeout()));
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + "; set it to 1 or more");
        }
    }

    private static Path folder(String name) {
        Path folder;
        try {
            folder = Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("baseFolder is " + name + ", which cannot be a folder's name here", e);
        }
        // a consumer may make it later
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("baseFolder is " + name + ", which is no folder");
        }
        return folder;
    }

    private static FetchHosts hosts(String list) {
        try {
            return FetchHosts.of(list);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("fetchHosts: " + e.getMessage(), e);
        }
    }

    ArticleSettings settings(URI apiUrl) {
        return new ArticleSettings(
                options.getBaseUrl(), baseFolder, Missing.valueOf(options.getMissingPicture().name().toUpperCase(Locale.ROOT)),
                options.getLargePictures() == LargePictures.library, options.getOwnHosts() == OwnHosts.https, apiUrl,
                options.getMaxArticleSize(), options.getMaxTags(), options.getMaxPictures());
    }
}
