package io.github.camelwechat.material.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.github.camelwechat.material.internal.article.ArticlePictures;
import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.PictureChange;
import io.github.camelwechat.material.internal.article.PictureChange.Keep;
import io.github.camelwechat.material.internal.article.PictureChange.Remove;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;

/** Articles of tests, and what becomes of them. */
final class Articles {

    static final List<String> FIXTURES = List.of(
            "135.html", "bom.html", "crlf.html", "css.html", "deep.html", "gbk.html", "mdnice.html", "nul.html", "other.html",
            "svg.html");
    /** Needs what a value in HTML and an address in CSS have to be escaped for. */
    static final String OURS = "https://mmbiz.qpic.cn/a/640?wx_fmt=png&from=(1) '\"";

    private static final int MAX_TAGS = 20_000;

    private Articles() {
    }

    static String fixture(String name) {
        try (InputStream file = Objects.requireNonNull(Articles.class.getResourceAsStream("/articles/" + name), name)) {
            return new String(
                    file.readAllBytes(), name.equals("gbk.html") ? Charset.forName("GBK") : StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ArticlePictures find(String html) {
        return new JsoupPictureFinder().find(html, MAX_TAGS);
    }

    static List<String> sources(String html) {
        return find(html).pictures().stream().map(FoundPicture::source).toList();
    }

    static String kept(String html) {
        return changed(find(html), new Keep());
    }

    static String removed(String html) {
        return changed(find(html), new Remove());
    }

    static String replaced(String html) {
        return replaced(html, OURS);
    }

    static String replaced(String html, String url) {
        return changed(find(html), new Replace(url, "png", 600, 300));
    }

    static String changed(ArticlePictures article, PictureChange change) {
        return article.withChanges(Collections.nCopies(article.pictures().size(), change));
    }
}
