package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

/**
 * An article whose pictures WeChat shows, of {@code rewriteArticle}.
 *
 * @param html       the article: as it came, but for the places of its pictures
 * @param pictures   one for each place, in the order of the article
 * @param warnings   what else WeChat drops or does not show, for people
 * @param characters the length of the article as Java counts (UTF-16 units); WeChat takes less than 20,000 in a draft
 */
public record RewrittenArticle(String html, List<ArticlePicture> pictures, List<String> warnings, int characters)
        implements
            WechatMaterialResult {

    public RewrittenArticle {
        Objects.requireNonNull(html, "an article has a text");
        pictures = List.copyOf(pictures);
        warnings = List.copyOf(warnings);
    }

    /** Returns how many pictures WeChat does not show. */
    public int picturesMissing() {
        return (int) pictures.stream().filter(ArticlePicture::missing).count();
    }

    /** Returns a text without the article. */
    @Override
    public String toString() {
        return "RewrittenArticle[pictures=" + pictures.size() + ", missing=" + picturesMissing() + ", warnings="
               + warnings.size() + ", characters=" + characters + "]";
    }
}
