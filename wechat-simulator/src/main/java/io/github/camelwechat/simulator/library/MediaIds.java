package io.github.camelwechat.simulator.library;

import java.security.SecureRandom;
import java.util.Locale;

import io.github.camelwechat.simulator.format.Format;
import org.jspecify.annotations.Nullable;

/** Names that nobody has had before, not even before a restart: hence not from a seed. */
final class MediaIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int ALPHANUMERIC = 62;
    private static final int MEDIA_ID = 64;
    private static final int PICTURE = 84;
    private static final long PUBLISH_ID = 1_000_000_000L;

    private final SecureRandom random = new SecureRandom();

    /** {@return a media_id: 64 characters, the first one harmless on a command line} */
    String mediaId() {
        return random(1, ALPHANUMERIC) + random(MEDIA_ID - 1, ALPHABET.length());
    }

    /** {@return the number of a publishing job} */
    String publishId() {
        return String.valueOf(random.nextLong(PUBLISH_ID, 10 * PUBLISH_ID));
    }

    /** {@return a path as those of pictures are; null for what is no picture} */
    @Nullable
    String picturePath(Format format) {
        if (!format.isPicture()) {
            return null;
        }
        String kind = format == Format.JPEG ? "jpg" : format.name().toLowerCase(Locale.ROOT);
        return "/mmbiz_" + kind + "/" + random(PICTURE, ALPHANUMERIC) + "/0";
    }

    /** {@return a path as those of pictures for articles are} */
    String articlePicturePath() {
        return "/mmbiz/" + random(PICTURE, ALPHANUMERIC) + "/0";
    }

    private String random(int length, int letters) {
        StringBuilder result = new StringBuilder(length);
        while (result.length() < length) {
            result.append(ALPHABET.charAt(random.nextInt(letters)));
        }
        return result.toString();
    }
}
