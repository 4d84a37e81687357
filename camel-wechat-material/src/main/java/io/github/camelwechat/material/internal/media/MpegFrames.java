package io.github.camelwechat.material.internal.media;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Reader of the frames of one file. In free format the length of a frame is the distance to the next one, which
 * repeats; looking for it is dear, so it is done a limited number of times.
 */
final class MpegFrames {

    /** The longest frame in free format that decoders take: 640 kbit/s at 32 kHz. */
    private static final int MAX_FREE_BYTES = 2881;
    private static final int MAX_MEASUREMENTS = 100;

    private final ForwardReader in;
    private int measurements;

    MpegFrames(ForwardReader in) {
        this.in = in;
    }

    /**
     * Returns the frame that starts there, or null.
     *
     * @param ahead  of the reader's place
     * @param before the frame before this, whose length holds on in free format; null if there is none
     */
    @Nullable
    MpegFrame at(int ahead, @Nullable MpegFrame before) throws IOException {
        MpegFrame frame = in.at(ahead) == 0xff ? MpegFrame.of(in.number(ahead)) : null;
        if (frame == null || !frame.free()) {
            return frame;
        }
        if (before != null && before.free() && frame.isLike(before)) {
            return frame.withLength(before.length() - before.padding());
        }
        return ++measurements > MAX_MEASUREMENTS ? null : measured(frame, ahead);
    }

    private @Nullable MpegFrame measured(MpegFrame frame, int ahead) throws IOException {
        for (int length = MpegFrame.HEADER_BYTES + frame.sideInformation(); length <= MAX_FREE_BYTES; length++) {
            MpegFrame next = like(frame, ahead + length);
            int plain = length - frame.padding();
            if (next != null && like(frame, ahead + length + plain + next.padding()) != null) {
                return frame.withLength(plain);
            }
        }
        return null;
    }

    private @Nullable MpegFrame like(MpegFrame frame, int ahead) throws IOException {
        MpegFrame other = in.at(ahead) == 0xff ? MpegFrame.of(in.number(ahead)) : null;
        return other != null && other.free() && other.isLike(frame) ? other : null;
    }
}
