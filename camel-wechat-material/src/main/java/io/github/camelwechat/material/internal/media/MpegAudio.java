package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finder of the first frame of MP3, as players find it: after any number of tags, and after some bytes of anything
 * else. A file without a tag has no signature, only frame headers of four bytes, so these are checked in full, and
 * other frames must follow where the first one says.
 */
final class MpegAudio implements FirstGuess.Structure {

    /** Most bytes between the tags and the first frame: 256 KB. */
    private static final int MAX_JUNK_BYTES = 256 << 10;
    /** Frames in a row that are no coincidence, amid bytes of anything. */
    private static final int CHAIN = 3;
    private static final int LAYER_III = 3;
    /** Enough for formats that are known by a field far from their start. */
    private static final int SIGNATURE_BYTES = 1 << 10;
    /** Audio that is found after tags too. */
    private static final Set<MediaFormat> TAGGED = EnumSet.of(MediaFormat.WAV, MediaFormat.AMR, MediaFormat.AMR_WB,
            MediaFormat.AMR_MC, MediaFormat.SILK, MediaFormat.FLAC, MediaFormat.OGG,
            MediaFormat.APE, MediaFormat.WAVPACK, MediaFormat.MUSEPACK, MediaFormat.TTA, MediaFormat.AAC, MediaFormat.AIFF,
            MediaFormat.AC3, MediaFormat.W64, MediaFormat.RF64, MediaFormat.RIFX, MediaFormat.DSF);

    static boolean hasTag(FirstBytes first) {
        return Tags.startIn(first);
    }

    /** {@return MP3, or another audio format by frames; null if these bytes, without a tag, are none of them} */
    static @Nullable MediaFormat format(FirstBytes first) {
        try {
            // frames start with the same two bytes as UTF-16, which has many of them
            return first.isMarkedUtf16() ? null : find(MediaFormats.reader(first));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be read", e);
        }
    }

    @Override
    public @Nullable MediaFormat format(ForwardReader in, boolean all) throws IOException {
        boolean hidden = Tags.skip(in);
        FirstBytes start = in.next(SIGNATURE_BYTES);
        if (Asf.startsWith(start)) {
            return new Asf().format(in, all);
        }
        FirstGuess iso = IsoMedia.guess(start);
        if (iso != null) {
            FirstGuess.Structure structure = iso.structure();
            return structure == null ? iso.format() : structure.format(in, all);
        }
        MediaFormat other = Signatures.format(start);
        if (other != null && other.autoType() == null) {
            // it may hold frames of MP3, but is none
            return other;
        }
        MediaFormat format = find(in);
        // the audio may come after the end of these bytes
        return format == null && !all && (hidden || in.rest() == 0) ? MediaFormat.MP3 : format;
    }

    /**
     * Finds the first frame, or what else there is.
     *
     * @param in after the tags; afterwards at the first frame, if the format is MP3
     */
    static @Nullable MediaFormat find(ForwardReader in) throws IOException {
        FirstBytes start = in.next(SIGNATURE_BYTES);
        MediaFormat other = Signatures.format(start);
        if (other != null && TAGGED.contains(other)) {
            return other;
        }
        MpegFrames frames = new MpegFrames(in);
        if (isFrameAtStart(in, frames)) {
            return format(in);
        }
        for (int junk = 0; junk <= MAX_JUNK_BYTES && in.rest() > 0; junk++) {
            if (in.at(0) == 0xff && (isChain(in, frames) || AdtsFrame.isChain(in, CHAIN))) {
                return format(in);
            }
            in.skip(1);
        }
        return null;
    }

    private static @Nullable MediaFormat format(ForwardReader in) throws IOException {
        MpegFrame frame = MpegFrame.of(in.number(0));
        if (frame == null) {
            return MediaFormat.AAC;
        }
        return switch (frame.layer()) {
            case 1 -> MediaFormat.MP1;
            case 2 -> MediaFormat.MP2;
            default -> MediaFormat.MP3;
        };
    }

    /** Where a frame is expected, a second one is proof enough; of MP3, also that the bytes end before it. */
    private static boolean isFrameAtStart(ForwardReader in, MpegFrames frames) throws IOException {
        if (AdtsFrame.isChain(in, 1)) {
            return true;
        }
        MpegFrame frame = frames.at(0, null);
        if (frame == null) {
            return false;
        }
        boolean last = in.number(frame.length()) < 0;
        return last ? frame.layer() == LAYER_III : frame.isLike(frames.at(frame.length(), frame));
    }

    /**
     * Returns whether frames of MP3 follow each other from here on. Of other layers, and of free format, there are too
     * many that are none: sound itself repeats.
     */
    private static boolean isChain(ForwardReader in, MpegFrames frames) throws IOException {
        MpegFrame frame = null;
        int at = 0;
        for (int count = 0; count < CHAIN; count++) {
            MpegFrame next = frames.at(at, frame);
            if (next == null || next.layer() != LAYER_III || next.free() || (frame != null && !next.isLike(frame))) {
                return count > 1 && at == in.rest();
            }
            frame = next;
            at += frame.length();
        }
        return true;
    }
}
