package io.github.camelwechat.material.error;

import org.jspecify.annotations.Nullable;

/**
 * The message's body cannot become material: WeChat would refuse it, or it cannot be read at all. Nothing was sent. The
 * same message fails again the same way, so a redelivery does not help; the message text says what does.
 */
public class InvalidMaterialException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String fileName;
    private final @Nullable Long limit;
    private final @Nullable Long actual;

    /**
     * Where it is not a matter of size.
     *
     * @param message  what is wrong and what helps
     * @param fileName name of the file, without a path; null when the body has none
     * @param cause    what caused it; may be null
     */
    public InvalidMaterialException(String message, @Nullable String fileName, @Nullable Throwable cause) {
        super(message, cause);
        this.fileName = fileName;
        this.limit = null;
        this.actual = null;
    }

    /**
     * Where it is one.
     *
     * @param message  what is wrong and what helps
     * @param fileName name of the file, without a path; null when the body has none
     * @param limit    the most (or the exact number of) bytes allowed, or milliseconds where it is the length of a
     *                 voice; null where it is not a matter of size
     * @param actual   the number of bytes, or milliseconds, found; null where it is not a matter of size
     */
    public InvalidMaterialException(String message, @Nullable String fileName, @Nullable Long limit, @Nullable Long actual) {
        super(message);
        this.fileName = fileName;
        this.limit = limit;
        this.actual = actual;
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
