package io.github.camelwechat.material.internal.media;

import org.jspecify.annotations.Nullable;

/**
 * MP3, with an ID3 tag in front or without. A file without a tag has no signature, only frame headers of four bytes, so
 * these are checked in full, and a second frame must follow where the first one says.
 */
final class MpegAudio {

    private MpegAudio() {
    }

    /** {@return MP3, or AAC or FLAC where these are what it really is; null if it is none of these} */
    static @Nullable MediaFormat format(Head head) {
        if (!head.has(0, "ID3")) {
            return withoutTag(head, 0);
        }
        long behind = Id3.length(head);
        if (behind == 0) {
            return null;
        }
        if (behind >= head.length()) {
            // a large cover picture: nothing more to see from here
            return MediaFormat.MP3;
        }
        int offset = (int) behind;
        while (head.at(offset) == 0) {
            offset++;
        }
        return offset == head.length() ? MediaFormat.MP3 : withoutTag(head, offset);
    }

    private static @Nullable MediaFormat withoutTag(Head head, int offset) {
        if (head.has(offset, "fLaC")) {
            return MediaFormat.FLAC;
        }
        if (head.at(offset) == 0xff && (head.at(offset + 1) & 0xf6) == 0xf0 && (head.at(offset + 2) >> 2 & 15) < 13) {
            return MediaFormat.AAC;
        }
        MpegFrame frame = MpegFrame.of(head.number(offset));
        if (frame == null) {
            return null;
        }
        int next = offset + frame.length();
        return next + 4 > head.length() || MpegFrame.of(head.number(next)) != null ? MediaFormat.MP3 : null;
    }
}
