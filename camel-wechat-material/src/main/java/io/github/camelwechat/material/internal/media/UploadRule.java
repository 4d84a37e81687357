package io.github.camelwechat.material.internal.media;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * WeChat's rule for the files of one kind of upload. Sizes are binary, and a file of exactly the limit passes.
 *
 * @param name          of the kind, for texts
 * @param limit         in bytes
 * @param extensions    of the files: lower case, without a dot, in WeChat's order
 * @param formats       of the files
 * @param defaultFormat of a file in an unknown format, for its extension
 * @param sizeAdvice    for a file that is too large
 * @param largerAdvice  for one of those that {@code type=image} takes; empty for none
 */
public record UploadRule(
        String name, long limit, List<String> extensions, Set<MediaFormat> formats, MediaFormat defaultFormat,
        String sizeAdvice, String largerAdvice) {

    /**
     * Rule for a picture inside an article, of {@code uploadImage}: below 1 MB, from note 5 of the official page of
     * {@code addMaterial}.
     */
    public static final UploadRule ARTICLE_IMAGE = new UploadRule(
            "uploadImage", (1 << 20) - 1, List.of("jpg", "png"), EnumSet.of(MediaFormat.JPEG, MediaFormat.PNG),
            MediaFormat.JPEG, "Scale it down or compress it more.", " Or use addMaterial: its url works in articles too.");

    /**
     * Rule for a picture of the library that an article shows, for one that {@link #ARTICLE_IMAGE} does not take: the
     * limit is that of the type {@code image}.
     */
    public static final UploadRule ARTICLE_LIBRARY_IMAGE = new UploadRule(
            "image", 10 << 20, List.of("png", "jpeg", "jpg", "gif"),
            EnumSet.of(MediaFormat.JPEG, MediaFormat.PNG, MediaFormat.GIF), MediaFormat.JPEG,
            "Scale it down or compress it more.", "");

    /** Returns whether WeChat takes a format by this rule; null is an unknown one. */
    public boolean accepts(@Nullable MediaFormat format) {
        return formats.contains(format);
    }
}
