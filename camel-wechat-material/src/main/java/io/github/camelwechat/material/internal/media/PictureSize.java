package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

import org.jspecify.annotations.Nullable;

/**
 * Size of a picture by its header. The pixels are not decoded.
 *
 * @param width  in pixels, 1 or more
 * @param height in pixels, 1 or more
 */
public record PictureSize(int width, int height) {

    private static final int PNG_WIDTH = 16;
    private static final int PNG_HEIGHT = 20;
    private static final int GIF_WIDTH = 6;
    private static final int GIF_HEIGHT = 8;

    /**
     * Reads the size of a picture.
     *
     * @return null where the format is none of PNG, JPEG and GIF, or its header has no size
     */
    public static @Nullable PictureSize of(Media media) throws IOException {
        MediaFormat format = media.format();
        if (format == null) {
            return null;
        }
        try (ReadableByteChannel channel = media.open()) {
            ForwardReader in = new ForwardReader(channel, media.length());
            return switch (format) {
                case PNG -> size(in.number(PNG_WIDTH), in.number(PNG_HEIGHT));
                case GIF -> size(littleEndian(in, GIF_WIDTH), littleEndian(in, GIF_HEIGHT));
                case JPEG -> ofJpeg(in);
                default -> null;
            };
        }
    }

    /** Walks from segment to segment up to the header of the frame. */
    private static @Nullable PictureSize ofJpeg(ForwardReader in) throws IOException {
        in.skip(2);
        while (in.at(0) == 0xff) {
            int marker = in.at(1);
            if (marker == 0xff) {
                in.skip(1);
            } else if (isFrame(marker)) {
                return size(bigEndian(in, 7), bigEndian(in, 5));
            } else {
                int length = bigEndian(in, 2);
                if (length < 2) {
                    return null;
                }
                in.skip(2L + length);
            }
        }
        return null;
    }

    /** SOF0 to SOF15 are frames, but for DHT, JPG and DAC among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static int bigEndian(ForwardReader in, int ahead) throws IOException {
        return in.at(ahead) << 8 | in.at(ahead + 1);
    }

    private static int littleEndian(ForwardReader in, int ahead) throws IOException {
        return in.at(ahead + 1) << 8 | in.at(ahead);
    }

    private static @Nullable PictureSize size(long width, long height) {
        return width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE
                ? new PictureSize((int) width, (int) height) : null;
    }
}
