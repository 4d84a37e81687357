package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import io.github.camelwechat.material.internal.media.FirstGuess.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Recognition of formats by the content, never by a name.
 */
final class MediaFormats {

    private MediaFormats() {
    }

    /**
     * Returns the format of a body by its first bytes, or null. Where they do not reach far enough it is the most
     * likely one.
     *
     * @param bytes  holds them
     * @param length number of bytes that are filled
     */
    static @Nullable MediaFormat of(byte[] bytes, int length) {
        return of(new FirstBytes(bytes, length));
    }

    static @Nullable MediaFormat of(FirstBytes first) {
        FirstGuess guess = guess(first);
        Structure structure = guess.structure();
        if (structure == null) {
            return guess.format();
        }
        try {
            return structure.format(reader(first), first.length() < FirstBytes.SNIFFED_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be read", e);
        }
    }

    /** Returns what the first bytes tell, and what else has to be read. */
    static FirstGuess guess(FirstBytes first) {
        MediaFormat format = Signatures.format(first);
        if (format != null) {
            return FirstGuess.sure(format);
        }
        if (Asf.startsWith(first)) {
            return new FirstGuess(MediaFormat.WMA, new Asf());
        }
        if (MpegAudio.hasTag(first)) {
            return new FirstGuess(MediaFormat.MP3, new MpegAudio());
        }
        FirstGuess iso = IsoMedia.guess(first);
        if (iso != null) {
            return iso;
        }
        return isZeros(first)
                ? new FirstGuess(MediaFormat.MP3, (in, all) -> MpegAudio.find(in))
                : FirstGuess.sure(MpegAudio.format(first));
    }

    /** Returns whether there is nothing to see yet: silence in front of MP3 is passed over. */
    private static boolean isZeros(FirstBytes first) {
        int offset = 0;
        while (first.at(offset) == 0) {
            offset++;
        }
        return offset == FirstBytes.SNIFFED_BYTES;
    }

    static ForwardReader reader(FirstBytes first) {
        ByteBuffer bytes = ByteBuffer.wrap(first.bytes(), 0, first.length());
        return new ForwardReader(new BufferContent(bytes).open(), first.length());
    }
}
