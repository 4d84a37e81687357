package io.github.camelwechat.material.internal.media;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The types of permanent material with WeChat's limits, from note 3 of the official page of {@code addMaterial}. Sizes
 * are binary, and a file of exactly the limit passes.
 */
public enum MaterialType {

    /** A picture. */
    IMAGE("image", 10 << 20, List.of("bmp", "png", "jpeg", "jpg", "gif"),
          EnumSet.of(MediaFormat.BMP, MediaFormat.PNG, MediaFormat.JPEG, MediaFormat.GIF)),
    /** A voice message. */
    VOICE("voice", 2 << 20, List.of("mp3", "wma", "wav", "amr"),
          EnumSet.of(MediaFormat.MP3, MediaFormat.WMA, MediaFormat.WAV, MediaFormat.AMR)),
    /** A video; the only type that carries a title and an introduction. */
    VIDEO("video", 10 << 20, List.of("mp4"), EnumSet.of(MediaFormat.MP4)),
    /** A small picture shown with a video or an article. */
    THUMB("thumb", 64 << 10, List.of("jpg"), EnumSet.of(MediaFormat.JPEG)),
    /**
     * A picture for the inside of articles, of {@code uploadImage}; no type of the library. Below 1 MB, from note 5 of
     * the same page.
     */
    ARTICLE_IMAGE("uploadImage", (1 << 20) - 1, List.of("jpg", "png"), EnumSet.of(MediaFormat.JPEG, MediaFormat.PNG));

    private static final List<MaterialType> IN_LIBRARY = List.of(IMAGE, VOICE, VIDEO, THUMB);

    private final String wireName;
    private final long limit;
    private final List<String> extensions;
    private final Set<MediaFormat> formats;

    MaterialType(String wireName, long limit, List<String> extensions, Set<MediaFormat> formats) {
        this.wireName = wireName;
        this.limit = limit;
        this.extensions = extensions;
        this.formats = formats;
    }

    /**
     * Finds a type by the name WeChat uses for it.
     *
     * @param  name                     {@code image}, {@code voice}, {@code video} or {@code thumb}, in any case
     * @return                          the type
     * @throws IllegalArgumentException if there is no such type (null included)
     */
    public static MaterialType of(String name) {
        for (MaterialType type : IN_LIBRARY) {
            if (type.wireName.equalsIgnoreCase(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "There is no material type '" + excerpt(name) + "'; allowed are auto, "
                                           + IN_LIBRARY.stream().map(MaterialType::wireName)
                                                   .collect(Collectors.joining(", ")));
    }

    private static String excerpt(@Nullable String name) {
        return VisibleText.excerpt(String.valueOf(name));
    }

    /** {@return the value of the query parameter {@code type}, in lower case as the service wants it; for texts too} */
    public String wireName() {
        return wireName;
    }

    /** {@return the most bytes a file of this type may have} */
    public long limit() {
        return limit;
    }

    /** {@return the extensions a file of this type may have, lower case, without a dot, in WeChat's order} */
    public List<String> extensions() {
        return extensions;
    }

    /**
     * Whether WeChat takes a format as this type.
     *
     * @param format a recognised format, or null
     */
    public boolean accepts(@Nullable MediaFormat format) {
        return formats.contains(format);
    }
}
