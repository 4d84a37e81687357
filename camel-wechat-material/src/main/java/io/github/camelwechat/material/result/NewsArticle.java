package io.github.camelwechat.material.result;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/**
 * An article. What WeChat leaves out is null, or false.
 *
 * @param title              the headline
 * @param thumbMediaId       the material that is its cover; absent for articles made in WeChat's console
 * @param thumbUrl           the address of the cover
 * @param showCoverPic       whether the cover is shown in the text
 * @param author             the author's name
 * @param digest             the abstract
 * @param content            HTML from outside
 * @param url                the address of the article
 * @param contentSourceUrl   the address behind "read the original"
 * @param needOpenComment    whether it can be commented on
 * @param onlyFansCanComment whether only followers can comment
 */
public record NewsArticle(
        @Nullable String title, @Nullable String thumbMediaId, @Nullable String thumbUrl,
        @JsonFormat(shape = JsonFormat.Shape.NUMBER) boolean showCoverPic,
        @Nullable String author, @Nullable String digest, @Nullable String content, @Nullable String url,
        @Nullable String contentSourceUrl,
        @JsonFormat(shape = JsonFormat.Shape.NUMBER) boolean needOpenComment,
        @JsonFormat(shape = JsonFormat.Shape.NUMBER) boolean onlyFansCanComment) implements WechatMaterialResult {
}
