package io.github.camelwechat.simulator.format;

/** The formats that the material interfaces take. */
public enum Format {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    BMP("image/bmp"),
    MP3("audio/mpeg"),
    WMA("audio/x-ms-wma"),
    WAV("audio/x-wav"),
    AMR("voice/amr"),
    MP4("video/mp4");

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    public boolean isPicture() {
        return switch (this) {
            case PNG, JPEG, GIF, BMP -> true;
            case MP3, WMA, WAV, AMR, MP4 -> false;
        };
    }

    public boolean isVoice() {
        return switch (this) {
            case MP3, WMA, WAV, AMR -> true;
            case PNG, JPEG, GIF, BMP, MP4 -> false;
        };
    }
}
