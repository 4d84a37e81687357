package io.github.camelwechat.material.internal.media;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a body before it is looked at.
 *
 * @param body           a {@link java.io.File}, {@link java.nio.file.Path}, {@code byte[]},
 *                       {@link java.nio.ByteBuffer}, {@link java.io.InputStream}, {@link org.apache.camel.StreamCache}
 *                       or {@link org.apache.camel.WrappedFile} of one of these; anything else, and null, is refused
 * @param type           the type to upload as; null: a type of the library, by content
 * @param fileName       the wanted name; a path in it is dropped; null: the name of the file, or one made from the
 *                       format
 * @param promisedLength the number of bytes somebody else has promised; -1 for none. The length of a
 *                       {@link org.apache.camel.WrappedFile} comes before it, and always binds
 * @param promiseBinding whether a body of another length is an error; otherwise it is a warning in the log
 * @param validate       whether format, size and play time are checked; the hard cap of {@value Inspection#HARD_CAP}
 *                       bytes always is
 */
public record MediaRequest(
        @Nullable Object body, @Nullable MaterialType type, @Nullable String fileName, long promisedLength,
        boolean promiseBinding, boolean validate) {

    /** Without the body: its own toString might show content. */
    @Override
    public String toString() {
        return "MediaRequest[type=" + type + ", validate=" + validate + "]";
    }
}
