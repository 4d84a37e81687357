package io.github.camelwechat.material.internal.media;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Type of permanent material, with WeChat's rule for its files from note 3 of the official page of {@code addMaterial}.
 */
public enum MaterialType {

    /** A picture. */
    IMAGE(new UploadRule(
            "image", 10 << 20, List.of("bmp", "png", "jpeg", "jpg", "gif"),
            EnumSet.of(MediaFormat.BMP, MediaFormat.PNG, MediaFormat.JPEG, MediaFormat.GIF), MediaFormat.JPEG,
            "Scale it down or compress it more.", "")),
    /** A voice message. */
    VOICE(new UploadRule(
            "voice", 2 << 20, List.of("mp3", "wma", "wav", "amr"),
            EnumSet.of(MediaFormat.MP3, MediaFormat.WMA, MediaFormat.WAV, MediaFormat.AMR), MediaFormat.MP3,
            "Cut it or lower its bit rate.", "")),
    /** A video; the only type that carries a title and an introduction. */
    VIDEO(new UploadRule(
            "video", 10 << 20, List.of("mp4"), EnumSet.of(MediaFormat.MP4), MediaFormat.MP4,
            "Cut it or lower its bit rate or resolution.", "")),
    /** A small picture shown with a video or an article. */
    THUMB(new UploadRule(
            "thumb", 64 << 10, List.of("jpg"), EnumSet.of(MediaFormat.JPEG), MediaFormat.JPEG,
            "Scale it down: a thumb is a small picture.", " A larger one can be sent with type=image."));

    private final UploadRule rule;

    MaterialType(UploadRule rule) {
        this.rule = rule;
    }

    /**
     * Finds a type by the name WeChat uses for it.
     *
     * @param  name                     {@code image}, {@code voice}, {@code video} or {@code thumb}, in any case
     * @return                          the type
     * @throws IllegalArgumentException if there is no such type (null included)
     */
    public static MaterialType of(String name) {
        for (MaterialType type : values()) {
            if (type.wireName().equalsIgnoreCase(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "There is no material type '" + VisibleText.excerpt(String.valueOf(name)) + "'; allowed are auto, "
                                           + Arrays.stream(values()).map(MaterialType::wireName)
                                                   .collect(Collectors.joining(", ")));
    }

    /** {@return the value of the query parameter {@code type}, in lower case as the service wants it} */
    public String wireName() {
        return rule.name();
    }

    /** {@return the rule for the files of this type} */
    public UploadRule rule() {
        return rule;
    }
}
