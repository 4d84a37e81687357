package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Objects;

import io.github.camelwechat.material.internal.media.FirstGuess.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Checks of one body: of its first bytes, then of its structure, its size, and the play time of a voice. Used by one
 * thread.
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

    private final @Nullable UploadRule wanted;
    private final @Nullable UploadRule otherwise;
    private final boolean validate;
    private final MaterialErrors errors;
    private FirstBytes head = new FirstBytes(new byte[0], 0);
    private @Nullable Structure structure;
    private @Nullable UploadRule rule;
    private @Nullable MediaFormat format;

    /**
     * @param wanted    null for the rule of the library's type by content
     * @param otherwise for what the first rule does not take; null for none
     */
    Inspection(@Nullable UploadRule wanted, @Nullable UploadRule otherwise, boolean validate, MaterialErrors errors) {
        this.wanted = wanted;
        this.otherwise = otherwise;
        this.validate = validate;
        this.errors = errors;
    }

    /**
     * Inspects the first bytes; from then on the other methods have an answer.
     *
     * @param first not changed afterwards
     */
    void inspectHead(FirstBytes first) {
        if (first.length() == 0) {
            throw errors.empty();
        }
        head = first;
        FirstGuess guess = MediaFormats.guess(first);
        structure = guess.structure();
        if (structure == null) {
            judge(guess.format());
        } else {
            format = guess.format();
            rule = ruleFor(format);
        }
    }

    /**
     * Inspects the structure, if the first bytes have not told the format.
     *
     * @param content from its first byte
     * @param all     whether this is the whole content: if not, what is not found stays as it was
     */
    void inspectStructure(Content content, boolean all) throws IOException {
        if (structure == null) {
            return;
        }
        try (ReadableByteChannel channel = content.open()) {
            MediaFormat found = structure.format(new ForwardReader(channel, content.length()), all);
            if (all || found != null) {
                structure = null;
                if (found == null && validate && Tags.startIn(head)) {
                    throw errors.nothingAfterTag(wanted, afterTags(content));
                }
                judge(found);
            }
        }
    }

    private static FirstBytes afterTags(Content content) throws IOException {
        try (ReadableByteChannel channel = content.open()) {
            ForwardReader in = new ForwardReader(channel, content.length());
            Tags.skip(in);
            return in.next(FirstBytes.SNIFFED_BYTES);
        }
    }

    private void judge(@Nullable MediaFormat found) {
        // sound only is sent as a video where that is asked for: players take it, and nobody knows that WeChat does not
        format = found == MediaFormat.MP4_AUDIO && MaterialType.VIDEO.rule().equals(wanted) ? MediaFormat.MP4 : found;
        rule = ruleFor(format);
        if (!validate) {
            if (rule == null) {
                throw errors.typeNeeded();
            }
        } else if (format == null) {
            throw errors.unknown(wanted, head);
        } else if (!Tags.startIn(head) && TextDamage.isIn(head, true)) {
            throw errors.textDamage(wanted);
        } else if (rule == null || !rule.accepts(format)) {
            throw errors.notTaken(wanted, format);
        }
    }

    private @Nullable UploadRule ruleFor(@Nullable MediaFormat found) {
        if (wanted != null && otherwise != null && !wanted.accepts(found) && otherwise.accepts(found)) {
            return otherwise;
        }
        MaterialType type = wanted != null || found == null ? null : found.autoType();
        return type == null ? wanted : type.rule();
    }

    /**
     * Checks the size against the limit.
     *
     * @param length the bytes known of so far
     * @param all    whether there are no more than these
     */
    void checkSize(long length, boolean all) {
        if (length > limit() && otherwise != null && otherwise.accepts(format)) {
            rule = otherwise;
        }
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
