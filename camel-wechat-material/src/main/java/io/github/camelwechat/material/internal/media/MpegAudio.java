package io.github.camelwechat.material.internal.media;

import org.jspecify.annotations.Nullable;

/**
 * Recognition of MP3, with an ID3 tag before it or without. A file without a tag has no signature, only frame headers
 * of four bytes, so these are checked in full, and a second frame must follow where the first one says.
 */
final class MpegAudio {

    private MpegAudio() {
    }

    /** {@return MP3, or AAC or FLAC where these are what it really is; null if it is none of these} */
    static @Nullable MediaFormat format(FirstBytes first) {
        if (!first.has(0, "ID3")) {
            return withoutTag(first, 0);
        }
        long behind = Id3.length(first);
        if (behind == 0) {
            return null;
        }
        if (behind >= first.length()) {
            // a large cover picture: nothing more to see from here
            return MediaFormat.MP3;
        }
        int offset = (int) behind;
        while (first.at(offset) == 0) {
            offset++;
        }
        return offset == first.length() ? MediaFormat.MP3 : withoutTag(first, offset);
    }

    private static @Nullable MediaFormat withoutTag(FirstBytes first, int offset) {
        if (first.has(offset, "fLaC")) {
            return MediaFormat.FLAC;
        }
        if (first.at(offset) == 0xff && (first.at(offset + 1) & 0xf6) == 0xf0 && (first.at(offset + 2) >> 2 & 15) < 13) {
            return MediaFormat.AAC;
        }
        MpegFrame frame = MpegFrame.of(first.number(offset));
        if (frame == null) {
            return null;
        }
        int next = offset + frame.length();
        return next + 4 > first.length() || MpegFrame.of(first.number(next)) != null ? MediaFormat.MP3 : null;
    }
}
