package io.github.camelwechat.material.error;

import org.jspecify.annotations.Nullable;

/**
 * The message's body cannot become material: WeChat would refuse it, or it cannot be read at all. Nothing was sent. As
 * long as the body is the same, the message fails again the same way, so a redelivery does not help; the message text
 * says what does.
 */
public class InvalidMaterialException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    /** The fault of the body. */
    public enum Reason {
        /** There is none, or it is of a kind that is no file: a text, an object, a folder. */
        BODY,
        /** The file is not there or cannot be opened, or what has been read of the body cannot be read again. */
        UNREADABLE,
        /** It has no bytes. */
        EMPTY,
        /** WeChat does not take this format, or it is not known. */
        FORMAT,
        /** It has too many bytes; limit and actual are bytes. */
        SIZE,
        /** The voice takes too long; limit and actual are milliseconds. */
        PLAY_TIME,
        /** It has other bytes than promised: limit is the promised number, actual the one found. */
        LENGTH,
        /** An article misses a field, or has one that is too long, of another form, or unknown. */
        ARTICLE
    }

    private final Reason reason;
    private final @Nullable String fileName;
    private final @Nullable Long limit;
    private final @Nullable Long actual;

    /**
     * Creates an error that is no matter of size.
     *
     * @param reason   what is wrong, for programs
     * @param message  what is wrong and what helps, for people
     * @param fileName name of the file, without a path; null when the body has none
     * @param cause    what caused it; may be null
     */
    public InvalidMaterialException(Reason reason, String message, @Nullable String fileName, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.fileName = fileName;
        this.limit = null;
        this.actual = null;
    }

    /**
     * Creates an error about a size or a time.
     *
     * @param reason   what is wrong, for programs
     * @param message  what is wrong and what helps, for people
     * @param fileName name of the file, without a path; null when the body has none
     * @param limit    the most (or the exact number of) bytes allowed, or milliseconds where it is the length of a
     *                 voice; null where it is not a matter of size
     * @param actual   the number of bytes, or milliseconds, found; null where it is not a matter of size
     */
    public InvalidMaterialException(Reason reason, String message, @Nullable String fileName, @Nullable Long limit,
                                    @Nullable Long actual) {
        super(message);
        this.reason = reason;
        this.fileName = fileName;
        this.limit = limit;
        this.actual = actual;
    }

    /** {@return false: the same body fails again the same way} */
    @Override
    public boolean isRetryable() {
        return false;
    }

    /**
     * Returns the fault of the body: by this, and not by the text, a route can decide.
     *
     * @return never null
     */
    public Reason getReason() {
        return reason;
    }

    /**
     * The name of the refused file.
     *
     * @return the name without a path, control characters replaced; null when the body has no name
     */
    public @Nullable String getFileName() {
        return fileName;
    }

    /**
     * The size that was allowed.
     *
     * @return bytes: the most there may be, or the promised length that was missed; of a voice that takes too long,
     *         milliseconds; null where it is not a matter of size
     */
    public @Nullable Long getLimit() {
        return limit;
    }

    /**
     * The size that was found.
     *
     * @return bytes; of a stream, which is read no further than needed, the number read when the limit was passed; of a
     *         voice that takes too long, milliseconds; null where it is not a matter of size
     */
    public @Nullable Long getActual() {
        return actual;
    }
}
