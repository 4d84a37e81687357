package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Checks of one body: of its first bytes, then of its size, and of the play time of a voice. Used by one thread.
 */
final class Inspection {

    /** Limit of WeChat's for a voice. */
    static final Duration MAX_PLAY_TIME = Duration.ofSeconds(60);
    /**
     * Tolerance for a voice. Encoders fill up their last frame and put silence around it, which makes 60 s up to 60.2 s
     * (LAME at 8 kHz); and a rough cut at 60 s is good enough. Where WeChat draws its line is not known; what it
     * refuses it answers with code 45007.
     */
    static final Duration PLAY_TIME_TOLERANCE = Duration.ofMillis(500);

    /** Limit for all bodies, with validate=false too: 20 MB. No limit of WeChat's is near it. */
    static final long HARD_CAP_BYTES = 20 << 20;

    private final boolean validate;
    private final MaterialErrors errors;
    private @Nullable UploadRule rule;
    private @Nullable MediaFormat format;

    Inspection(@Nullable UploadRule wanted, boolean validate, MaterialErrors errors) {
        this.rule = wanted;
        this.validate = validate;
        this.errors = errors;
    }

    /** Inspects the first bytes; from then on the other methods have an answer. */
    void inspectHead(FirstBytes first) {
        if (first.length() == 0) {
            throw errors.empty();
        }
        format = MediaFormats.of(first);
        UploadRule wanted = rule;
        MaterialType found = format == null ? null : format.autoType();
        if (wanted == null && found != null) {
            rule = found.rule();
        }
        if (!validate) {
            if (rule == null) {
                throw errors.typeNeeded();
            }
        } else if (format == null) {
            throw errors.unknown(wanted, first);
        } else if (rule == null || !rule.accepts(format)) {
            throw errors.notTaken(wanted, format);
        }
    }

    /**
     * Checks the size against the limit.
     *
     * @param length the bytes known of so far
     * @param all    whether there are no more than these
     */
    void checkSize(long length, boolean all) {
        if (length > limit()) {
            throw errors.tooLarge(rule(), limit(), length, all);
        }
    }

    /** Checks the play time of a voice, which is read for it; of anything else, nothing is read. */
    void checkPlayTime(Content content) throws IOException {
        if (!validate || format == null || !MaterialType.VOICE.rule().equals(rule)) {
            return;
        }
        Duration found = PlayTime.of(format, content);
        if (found.compareTo(MAX_PLAY_TIME.plus(PLAY_TIME_TOLERANCE)) > 0) {
            throw errors.tooLong(MAX_PLAY_TIME, found);
        }
    }

    long limit() {
        return validate ? rule().limit() : HARD_CAP_BYTES;
    }

    UploadRule rule() {
        return Objects.requireNonNull(rule, "nothing has been inspected yet");
    }

    /** Returns the format; null if it is unknown. */
    @Nullable
    MediaFormat format() {
        return format;
    }
}
