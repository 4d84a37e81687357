package io.github.camelwechat.material.internal.media;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Format that is recognised: one that WeChat takes, or one that people try and that deserves an error with the right
 * name in it.
 */
public enum MediaFormat {

    PNG("PNG", "image/png", "png"),
    JPEG("JPEG", "image/jpeg", "jpg", "jpeg"),
    GIF("GIF", "image/gif", "gif"),
    BMP("BMP", "image/bmp", "bmp"),
    MP3("MP3", "audio/mpeg", "mp3"),
    WMA("WMA", "audio/x-ms-wma", "wma"),
    WAV("WAV", "audio/wav", "wav"),
    AMR("AMR", "audio/amr", "amr"),
    MP4("MP4", "video/mp4", "mp4"),

    WEBP("WebP", "image/webp", "webp"),
    HEIC("HEIC", "image/heic", "heic", "heif"),
    AVIF("AVIF", "image/avif", "avif"),
    TIFF("TIFF", "image/tiff", "tif", "tiff"),
    AMR_WB("AMR-WB (wide band)", "audio/amr-wb", "awb"),
    M4A("M4A", "audio/mp4", "m4a", "m4b", "m4p"),
    AAC("AAC", "audio/aac", "aac"),
    FLAC("FLAC", "audio/flac", "flac"),
    OGG("Ogg", "audio/ogg", "ogg", "oga", "opus"),
    MOV("QuickTime (MOV)", "video/quicktime", "mov", "qt"),
    THREE_GP("3GP", "video/3gpp", "3gp", "3g2"),
    WMV("WMV", "video/x-ms-wmv", "wmv", "asf"),
    AVI("AVI", "video/x-msvideo", "avi"),
    MATROSKA("Matroska or WebM", "video/x-matroska", "mkv", "webm"),
    FLV("FLV", "video/x-flv", "flv"),
    PDF("PDF", "application/pdf", "pdf"),
    ZIP("ZIP", "application/zip", "zip"),
    GZIP("gzip", "application/gzip", "gz");

    private final String humanName;
    private final String contentType;
    private final List<String> extensions;

    MediaFormat(String humanName, String contentType, String... extensions) {
        this.humanName = humanName;
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    /** {@return the name to use in a sentence, for example {@code WebP}} */
    public String humanName() {
        return humanName;
    }

    /** {@return the extension a file of this format gets, lower case, without a dot} */
    public String extension() {
        return extensions.get(0);
    }

    /**
     * {@return every extension a file of this format may keep, lower case, without a dot; {@link #extension()} first}
     */
    public List<String> extensions() {
        return extensions;
    }

    /** {@return the media type, for example {@code image/png}} */
    public String contentType() {
        return contentType;
    }

    /**
     * Returns the type that {@code auto} makes of this format. A JPEG is always an image: that it is meant as a thumb
     * cannot be seen from its content.
     *
     * @return the type; null if WeChat does not take this format
     */
    public @Nullable MaterialType autoType() {
        for (MaterialType type : MaterialType.values()) {
            if (type.rule().accepts(this)) {
                return type;
            }
        }
        return null;
    }
}
