package io.github.camelwechat.material.internal.media;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Format of a body by its first bytes.
 *
 * @param format    null if these are of no known format
 * @param structure decides where the first bytes cannot, and {@code format} is only the most likely one; null where
 *                  they can
 */
record FirstGuess(@Nullable MediaFormat format, @Nullable Structure structure) {

    /** Reader of a format's structure, in steps from part to part: never of the whole content. */
    interface Structure {

        /**
         * Returns the format.
         *
         * @param  in  from the first byte
         * @param  all whether the reader's end is that of the content
         * @return     null if it is no known format, or the end came too soon to tell
         */
        @Nullable
        MediaFormat format(ForwardReader in, boolean all) throws IOException;
    }

    static FirstGuess sure(@Nullable MediaFormat format) {
        return new FirstGuess(format, null);
    }
}
