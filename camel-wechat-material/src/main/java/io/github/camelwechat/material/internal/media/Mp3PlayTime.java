package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Play time of MP3: its frames, counted one by one. That holds for a constant bit rate and for a changing one, whatever
 * a Xing or VBRI header promises, and for files joined end to end.
 */
final class Mp3PlayTime implements PlayTime {

    private static final int LAYER_III = 3;
    private static final long XING = 0x58696e67;
    private static final long INFO = 0x496e666f;
    private static final long VBRI = 0x56425249;
    private static final int VBRI_OFFSET = 36;
    private static final long LAME = 0x4c414d45;
    private static final long LAVF = 0x4c617666;
    private static final long LAVC = 0x4c617663;
    /** From the name of the encoder to the numbers of samples that it has added at either end, 12 bits each. */
    private static final int DELAY_OFFSET = 21;

    @Override
    public Duration of(ForwardReader in) throws IOException {
        Tags.skip(in);
        long nanos = 0;
        @Nullable
        MpegFrame before = null;
        MpegFrames frames = new MpegFrames(in);
        boolean more = MpegAudio.find(in) == MediaFormat.MP3;
        while (more && in.rest() > 0) {
            MpegFrame frame = frame(in, frames, before);
            if (frame != null) {
                nanos += nanos(in, frame);
                in.skip(frame.length());
            } else {
                // a tag, or damage: on to the next place where two frames follow each other
                in.skip(Math.max(1, Tags.length(in)));
            }
            before = frame;
        }
        return Duration.ofNanos(Math.max(0, nanos));
    }

    /**
     * Returns the frame that starts here, or null. Two bytes look like a frame's start now and then; with another such
     * frame next to it, it is one.
     */
    private static @Nullable MpegFrame frame(ForwardReader in, MpegFrames frames, @Nullable MpegFrame before)
            throws IOException {
        MpegFrame frame = frames.at(0, before);
        if (frame == null || frame.layer() != LAYER_III || frame.length() > in.rest()) {
            return null;
        }
        return frame.isLike(before) || frame.length() == in.rest()
                || frame.isLike(frames.at(frame.length(), frame)) ? frame : null;
    }

    private static long nanos(ForwardReader in, MpegFrame frame) throws IOException {
        int offset = MpegFrame.HEADER_BYTES + frame.sideInformation();
        long mark = in.number(offset);
        if (mark == XING || mark == INFO) {
            return -frame.nanos(padding(in, offset, frame.length()));
        }
        return in.number(VBRI_OFFSET) == VBRI ? 0 : frame.nanos();
    }

    /** Returns the samples of silence that the encoder has added to the audio, where it says so. */
    private static int padding(ForwardReader in, int xing, int end) throws IOException {
        long flags = in.number(xing + 4);
        int encoder = xing + 8;
        encoder += (flags & 1) != 0 ? 4 : 0;
        encoder += (flags & 2) != 0 ? 4 : 0;
        encoder += (flags & 4) != 0 ? 100 : 0;
        encoder += (flags & 8) != 0 ? 4 : 0;
        long name = in.number(encoder);
        if (encoder + DELAY_OFFSET + 3 > end || (name != LAME && name != LAVF && name != LAVC)) {
            return 0;
        }
        int both = (int) (in.number(encoder + DELAY_OFFSET) >> 8);
        return (both >> 12) + (both & 0xfff);
    }
}
