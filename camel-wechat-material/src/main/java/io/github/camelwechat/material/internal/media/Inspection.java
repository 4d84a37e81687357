package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a body is found to be, first by its first bytes, then by its length, and a voice by its play time. Used by one
 * thread, for one body.
 */
final class Inspection {

    /** The longest voice that WeChat takes. */
    static final Duration MAX_PLAY_TIME = Duration.ofSeconds(60);
    /**
     * What a voice may play longer. Encoders fill up their last frame and put silence around it, which makes 60 s up to
     * 60.2 s (LAME at 8 kHz); and who has cut at 60 s, be it roughly, has done what can be asked for. Where WeChat
     * draws its line is not known; what it refuses it answers with code 45007.
     */
    static final Duration PLAY_TIME_TOLERANCE = Duration.ofMillis(500);

    /** The most bytes that are ever sent, 20 MB: no limit of WeChat's is near it. */
    static final long HARD_CAP_BYTES = 20 << 20;

    private final boolean validate;
    private final MaterialErrors errors;
    private @Nullable MaterialType type;
    private @Nullable MediaFormat format;

    Inspection(@Nullable MaterialType wanted, boolean validate, MaterialErrors errors) {
        this.type = wanted;
        this.validate = validate;
        this.errors = errors;
    }

    /** Inspects the first bytes; from then on the other methods have an answer. */
    void inspectHead(FirstBytes first) {
        if (first.length() == 0) {
            throw errors.empty();
        }
        format = MediaFormats.of(first);
        if (!validate) {
            type = type == null && format != null ? format.autoType() : type;
            if (type == null) {
                throw errors.typeNeeded();
            }
        } else if (format == null) {
            throw errors.unknown(type, first);
        } else {
            MaterialType resolved = type == null ? format.autoType() : type;
            if (resolved == null || !resolved.accepts(format)) {
                throw errors.notTaken(type, format);
            }
            type = resolved;
        }
    }

    /**
     * @param length the bytes known of so far
     * @param all    whether there are no more than these
     */
    void checkSize(long length, boolean all) {
        if (length > limit()) {
            throw errors.tooLarge(type(), limit(), length, all);
        }
    }

    /** Reads a voice to find how long it plays; of anything else, nothing is read. */
    void checkPlayTime(Content content) throws IOException {
        if (!validate || format == null || type != MaterialType.VOICE) {
            return;
        }
        Duration found = PlayTime.of(format, content);
        if (found.compareTo(MAX_PLAY_TIME.plus(PLAY_TIME_TOLERANCE)) > 0) {
            throw errors.tooLong(MAX_PLAY_TIME, found);
        }
    }

    long limit() {
        return validate ? type().limit() : HARD_CAP_BYTES;
    }

    MaterialType type() {
        return Objects.requireNonNull(type, "nothing has been looked at yet");
    }

    /** Null if unknown. */
    @Nullable
    MediaFormat format() {
        return format;
    }
}
