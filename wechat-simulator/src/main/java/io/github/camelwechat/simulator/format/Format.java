package io.github.camelwechat.simulator.format;

/** The formats that the material interfaces take. */
public enum Format {
    /** PNG. */
    PNG("image/png"),
    /** JPEG. */
    JPEG("image/jpeg"),
    /** GIF. */
    GIF("image/gif"),
    /** A Windows bitmap. */
    BMP("image/bmp"),
    /** MPEG audio, layer III. */
    MP3("audio/mpeg"),
    /** Windows Media Audio. */
    WMA("audio/x-ms-wma"),
    /** RIFF WAVE. */
    WAV("audio/x-wav"),
    /** AMR, narrow or wide band. */
    AMR("voice/amr"),
    /** An MP4 container, whatever is in it. */
    MP4("video/mp4");

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    /** {@return the Content-Type of downloads} */
    public String contentType() {
        return contentType;
    }

    /** {@return whether images and thumbs have it} */
    public boolean isPicture() {
        return switch (this) {
            case PNG, JPEG, GIF, BMP -> true;
            case MP3, WMA, WAV, AMR, MP4 -> false;
        };
    }

    /** {@return whether voices have it} */
    public boolean isVoice() {
        return switch (this) {
            case MP3, WMA, WAV, AMR -> true;
            case PNG, JPEG, GIF, BMP, MP4 -> false;
        };
    }
}
