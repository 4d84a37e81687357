package io.github.camelwechat.material.internal.media;

import org.jspecify.annotations.Nullable;

/**
 * Request to make a body ready to be sent.
 *
 * @param body           of the message; what is no media is refused
 * @param rule           for the upload; null for that of the library's type by content
 * @param otherwise      rule for what the first one does not take, by format or size; null for none
 * @param fileName       the wanted name; a path in it is dropped; null: the name of the file, or one made from the
 *                       format
 * @param promisedLength the number of bytes by a header; -1 for none. The length of a {@link Body.Wrapped} comes before
 *                       it, and always binds
 * @param promiseBinding whether a body of another length is an error; otherwise it is a warning in the log
 * @param validate       whether format, size and play time are checked; the hard cap of
 *                       {@value Inspection#HARD_CAP_BYTES} bytes always is
 */
public record MediaRequest(
        Body body, @Nullable UploadRule rule, @Nullable UploadRule otherwise, @Nullable String fileName, long promisedLength,
        boolean promiseBinding, boolean validate) {

    /** Creates a request with one rule. */
    public MediaRequest(
                        Body body, @Nullable UploadRule rule, @Nullable String fileName, long promisedLength,
                        boolean promiseBinding,
                        boolean validate) {
        this(body, rule, null, fileName, promisedLength, promiseBinding, validate);
    }

    /** Returns a text without the body, whose own might show content. */
    @Override
    public String toString() {
        return "MediaRequest[rule=" + (rule == null ? "auto" : rule.name()) + ", validate=" + validate + "]";
    }
}
