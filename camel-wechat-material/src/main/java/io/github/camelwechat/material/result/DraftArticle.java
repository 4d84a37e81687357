package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An article of a draft. What {@code getDraft} gives can be the body of {@code addDraft} and {@code updateDraft}; what
 * is null is not sent, and neither are url and thumbUrl, which WeChat makes. Limits are those of WeChat's page on
 * {@code draft/add}.
 *
 * @param articleType        {@code news}, or {@code newspic} for pictures with a text; null for news
 * @param title              the headline: 1 to 32 characters, up to 64 where the account takes them
 * @param author             the author's name: at most 16 characters
 * @param digest             the abstract: at most 128 characters; without one WeChat takes the beginning of the text
 * @param content            HTML, less than 20,000 characters with its tags; of newspic text, at most 1,000
 * @param contentSourceUrl   the address behind "read the original": at most 1,024 bytes
 * @param thumbMediaId       the permanent picture that is the cover; needed by news
 * @param needOpenComment    whether it can be commented on
 * @param onlyFansCanComment whether only followers can comment
 * @param picCrop235x1       which part of the cover is shown at 2.35:1, as {@code X1_Y1_X2_Y2} from 0 to 1
 * @param picCrop1x1         which part of the cover is shown as a square
 * @param imageInfo          the pictures of newspic
 * @param coverInfo          how the cover of newspic is cut
 * @param productInfo        what newspic sells
 * @param url                the address of the draft, for a look at it
 * @param thumbUrl           the address of the cover
 */
public record DraftArticle(
        @Nullable String articleType, @Nullable String title, @Nullable String author, @Nullable String digest,
        @Nullable String content, @Nullable String contentSourceUrl, @Nullable String thumbMediaId,
        @JsonFormat(shape = JsonFormat.Shape.NUMBER) boolean needOpenComment,
        @JsonFormat(shape = JsonFormat.Shape.NUMBER) boolean onlyFansCanComment,
        @JsonProperty("pic_crop_235_1") @Nullable String picCrop235x1,
        @JsonProperty("pic_crop_1_1") @Nullable String picCrop1x1,
        @Nullable ImageInfo imageInfo, @Nullable CoverInfo coverInfo, @Nullable ProductInfo productInfo,
        @Nullable String url, @Nullable String thumbUrl) implements WechatMaterialResult {

    /**
     * Makes an article for {@code addDraft}.
     *
     * @param title        the headline
     * @param content      its HTML
     * @param thumbMediaId the permanent picture that is the cover
     */
    public static DraftArticle news(String title, String content, String thumbMediaId) {
        return new DraftArticle(
                "news", title, null, null, content, null, thumbMediaId, false, false, null, null, null, null, null, null, null);
    }

    /**
     * Makes pictures with a text for {@code addDraft}.
     *
     * @param title         the headline
     * @param content       a text without HTML
     * @param imageMediaIds the permanent pictures, 1 to 20; the first one is the cover
     */
    public static DraftArticle newspic(String title, String content, List<String> imageMediaIds) {
        return new DraftArticle(
                "newspic", title, null, null, content, null, null, false, false, null, null,
                new ImageInfo(imageMediaIds.stream().map(Image::new).toList()), null, null, null, null);
    }

    /** {@return the same article by this author} */
    public DraftArticle withAuthor(String newAuthor) {
        return new DraftArticle(
                articleType, title, newAuthor, digest, content, contentSourceUrl, thumbMediaId, needOpenComment,
                onlyFansCanComment, picCrop235x1, picCrop1x1, imageInfo, coverInfo, productInfo, url, thumbUrl);
    }

    /** {@return the same article with this abstract} */
    public DraftArticle withDigest(String newDigest) {
        return new DraftArticle(
                articleType, title, author, newDigest, content, contentSourceUrl, thumbMediaId, needOpenComment,
                onlyFansCanComment, picCrop235x1, picCrop1x1, imageInfo, coverInfo, productInfo, url, thumbUrl);
    }

    /** {@return the same article with this content} */
    public DraftArticle withContent(String newContent) {
        return new DraftArticle(
                articleType, title, author, digest, newContent, contentSourceUrl, thumbMediaId, needOpenComment,
                onlyFansCanComment, picCrop235x1, picCrop1x1, imageInfo, coverInfo, productInfo, url, thumbUrl);
    }

    /**
     * Pictures of newspic.
     *
     * @param imageList the pictures in their order, never null
     */
    public record ImageInfo(List<Image> imageList) implements WechatMaterialResult {

        public ImageInfo {
            imageList = imageList == null ? List.of() : imageList.stream().filter(Objects::nonNull).toList();
        }
    }

    /**
     * A picture of newspic.
     *
     * @param imageMediaId the permanent picture
     */
    public record Image(@Nullable String imageMediaId) implements WechatMaterialResult {
    }

    /**
     * How the cover of newspic is cut.
     *
     * @param cropPercentList one part per ratio, never null
     */
    public record CoverInfo(List<CropPercent> cropPercentList) implements WechatMaterialResult {

        public CoverInfo {
            cropPercentList = cropPercentList == null ? List.of() : cropPercentList.stream().filter(Objects::nonNull).toList();
        }
    }

    /**
     * A part of a cover, with its corners from 0 to 1 from the upper left, as texts.
     *
     * @param ratio {@code 1_1}, {@code 16_9} or {@code 2.35_1}
     * @param x1    of the upper left corner
     * @param y1    of the upper left corner
     * @param x2    of the lower right corner
     * @param y2    of the lower right corner
     */
    public record CropPercent(
            @Nullable String ratio, @Nullable String x1, @Nullable String y1, @Nullable String x2,
            @Nullable String y2) implements WechatMaterialResult {
    }

    /**
     * What newspic sells.
     *
     * @param footerProductInfo the product below the text
     */
    public record ProductInfo(@Nullable FooterProductInfo footerProductInfo) implements WechatMaterialResult {
    }

    /**
     * The product below a text.
     *
     * @param productKey its key
     */
    public record FooterProductInfo(@Nullable String productKey) implements WechatMaterialResult {
    }
}
