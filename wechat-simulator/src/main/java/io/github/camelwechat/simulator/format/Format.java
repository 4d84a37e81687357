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
        return ordinal() <= BMP.ordinal();
    }

    public boolean isVoice() {
        return ordinal() > BMP.ordinal() && ordinal() < MP4.ordinal();
    }
}
