package io.github.camelwechat.simulator.format;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * MP3 has no length, and no signature: its first frame is looked for after tags and rubbish, and frames are counted,
 * each with its own size, so that it does not matter whether the bit rate varies or whether a Xing header says so. That
 * header is a frame without sound.
 */
final class Mp3Frames {

    private static final int HEADER = 4;
    private static final int ID3 = 10;
    private static final int APE = 32;
    /** Other audio, which has tags in front too. */
    private static final Pattern OTHER
            = Pattern.compile(
                    "(?s)(fLaC|#!AMR|\\u0002?#!SILK|OggS|MAC |wvpk|MPCK|MP\\+|TTA1|ADIF|riff|RF64|BW64|RIFX|FORM....AIF|DSD |\u000bw|RIFF....AVI |\\u001aE\u00df\u00a3|FLV\\u0001|\\.RMF).*");
    private static final int MOST_TAGS = 100;
    private static final int MOST_RUBBISH = 256 * 1024;
    private static final int ENOUGH_IN_A_ROW = 3;
    private static final int LONGEST_FREE = 2881;
    private static final int MOST_SEARCHES = 100;
    private static final int VBRI = 36;
    private static final long NANOS = 1_000_000_000L;

    private final FileBytes file;
    /** Of all frames in free format, without padding; 0 before it is known. */
    private int freeBytes;
    private int searches;

    Mp3Frames(FileBytes file) {
        this.file = file;
    }

    static boolean hasTag(FileBytes file) {
        return tagBytes(file, 0) > 0;
    }

    /** {@return MP3, or WAV, AMR, WMA and MP4 where these come after tags; empty for anything else} */
    Optional<Format> format() {
        long start = afterTags(file);
        if (start > 0 && AsfObjects.startAt(file, start)) {
            return AsfObjects.hasFilm(file, start) ? Optional.empty() : Optional.of(Format.WMA);
        }
        if (start > 0 && new IsoBoxes(file, start).isMp4()) {
            return Optional.of(Format.MP4);
        }
        if (file.has(start, "RIFF") && file.has(start + 8, "WAVE")) {
            return Optional.of(Format.WAV);
        }
        if (file.has(start, "#!AMR\n")) {
            return Optional.of(Format.AMR);
        }
        return first(start) < 0 ? Optional.empty() : Optional.of(Format.MP3);
    }

    long nanos() {
        return nanos(afterTags(file));
    }

    /** {@return the length of the sound from there on, 0 if there is no MP3} */
    long nanos(long start) {
        long at = first(start);
        long nanos = 0;
        MpegHeader before = null;
        while (at >= 0 && at < file.size()) {
            MpegHeader frame = sound(at, before);
            if (frame == null) {
                at += Math.max(1, tagBytes(file, at));
            } else {
                nanos += nanos(at, frame);
                at += bytes(at, frame);
            }
            before = frame;
        }
        return nanos;
    }

    /** {@return where the first byte after all tags and the zeros behind them is} */
    static long afterTags(FileBytes file) {
        long at = 0;
        long tag = tagBytes(file, at);
        for (int tags = 0; tag > 0 && tags < MOST_TAGS; tags++) {
            if (at + tag >= file.size()) {
                // it says more than there is
                return at + ID3;
            }
            at += tag;
            long padded = at + MOST_RUBBISH;
            // the boxes of mp4, and other files, begin with a zero themselves
            while (at < padded && file.at(at) == 0 && !file.has(at + 4, "ftyp")
                    && (file.bigEndian(at, 4) <= 0 || !OtherFiles.startAt(file, at))) {
                at++;
            }
            tag = tagBytes(file, at);
        }
        return at;
    }

    private static long tagBytes(FileBytes file, long at) {
        long size = file.bigEndian(at + 6, 4);
        int version = file.at(at + 3);
        if (file.has(at, "ID3") && size >= 0 && (version < 0x20 || version == 0xff)) {
            if (version == 0xff || (size & 0x80808080L) != 0) {
                // nobody knows how long it is: its header, and rubbish behind it
                return ID3;
            }
            long length = (size & 0x7f) | (size & 0x7f00) >> 1 | (size & 0x7f0000) >> 2 | (size & 0x7f000000) >> 3;
            return ID3 + length + ((file.at(at + 5) & 0x10) != 0 ? ID3 : 0);
        }
        boolean ape = file.has(at, "APETAGEX") && at + APE <= file.size() && (file.at(at + 23) & 0x20) != 0;
        return ape ? APE + file.littleEndian(at + 12, 4) : 0;
    }

    /** {@return where the first frame is, as players find it; -1 if other audio, or nothing, is found} */
    private long first(long start) {
        // text in UTF-16 has many bytes that look like frames
        boolean utf16 = start == 0 && (file.has(0, "\u00fe\u00ff") || file.has(0, "\u00ff\u00fe"));
        if (utf16 || OtherFiles.startAt(file, start) || OTHER.matcher(file.text(start, 16)).matches()) {
            return -1;
        }
        if (adts(start, 1)) {
            return -1;
        }
        MpegHeader expected = MpegHeader.at(file, start);
        if (expected != null && isFirst(start, expected)) {
            return expected.layer() == 3 ? start : -1;
        }
        for (long at = start; at < file.size() && at <= start + MOST_RUBBISH; at++) {
            MpegHeader found = MpegHeader.at(file, at);
            // sound repeats as frames of free format do
            if (found != null && found.layer() == 3 && !found.isFree() && isRow(at)) {
                return at;
            }
            if (adts(at, ENOUGH_IN_A_ROW)) {
                return -1;
            }
        }
        return -1;
    }

    /** Where a frame is expected a second one is enough, or for MP3 the end of the file. */
    private boolean isFirst(long start, MpegHeader frame) {
        int bytes = bytes(start, frame);
        if (bytes > 0 && start + bytes + HEADER > file.size()) {
            return frame.layer() == 3;
        }
        return bytes > 0 && frame.isLike(MpegHeader.at(file, start + bytes));
    }

    private boolean isRow(long start) {
        long at = start;
        MpegHeader before = null;
        for (int i = 0; i < ENOUGH_IN_A_ROW; i++) {
            MpegHeader frame = MpegHeader.at(file, at);
            int bytes = frame == null ? 0 : before == null ? bytes(at, frame) : next(at, frame, before);
            if (bytes == 0) {
                return i > 1 && at == file.size();
            }
            before = frame;
            at += bytes;
        }
        return true;
    }

    private int next(long at, MpegHeader frame, MpegHeader before) {
        return frame.isLike(before) ? bytes(at, frame) : 0;
    }

    /** {@return whether frames of AAC without a container begin there} */
    private boolean adts(long start, int count) {
        long at = start;
        for (int i = 0; i < count; i++) {
            if (file.at(at) != 0xff || (file.at(at + 1) & 0xf6) != 0xf0 || file.at(at + 2) < 0
                    || (file.at(at + 2) >> 2 & 15) > 12) {
                return false;
            }
            long bits = file.bigEndian(at + 3, 3);
            if (bits < 0) {
                return count == 1;
            }
            long length = bits >> 5 & 0x1fff;
            if (length < 7) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** {@return the frame with sound that begins there: another one follows where it says, or the file ends} */
    private @Nullable MpegHeader sound(long at, @Nullable MpegHeader before) {
        MpegHeader frame = MpegHeader.at(file, at);
        if (frame == null || frame.layer() != 3) {
            return null;
        }
        int bytes = bytes(at, frame);
        if (bytes == 0 || at + bytes > file.size()) {
            return null;
        }
        return frame.isLike(before) || at + bytes == file.size() || frame.isLike(MpegHeader.at(file, at + bytes))
                ? frame : null;
    }

    /** {@return the size of a frame; in free format the distance to the next one, which repeats; 0 if there is none} */
    private int bytes(long at, MpegHeader frame) {
        if (!frame.isFree()) {
            return frame.bytes();
        }
        if (freeBytes > 0 && isFreeLike(at + freeBytes + frame.padding(), frame)) {
            return freeBytes + frame.padding();
        }
        if (freeBytes > 0 && at + freeBytes + frame.padding() + HEADER > file.size()) {
            return freeBytes + frame.padding();
        }
        if (++searches > MOST_SEARCHES) {
            return 0;
        }
        for (int bytes = HEADER + frame.sideInformation(); bytes <= LONGEST_FREE; bytes++) {
            MpegHeader next = MpegHeader.at(file, at + bytes);
            int plain = bytes - frame.padding();
            if (next != null && next.isFree() && next.isLike(frame)
                    && isFreeLike(at + bytes + plain + next.padding(), frame)) {
                freeBytes = plain;
                return bytes;
            }
        }
        return 0;
    }

    private boolean isFreeLike(long at, MpegHeader frame) {
        MpegHeader other = MpegHeader.at(file, at);
        return other != null && other.isFree() && other.isLike(frame);
    }

    /** {@return the time of a frame; that of a header is what the encoder has added to the sound, and negative} */
    private long nanos(long at, MpegHeader frame) {
        long mark = at + HEADER + frame.sideInformation();
        if (file.has(mark, "Xing") || file.has(mark, "Info")) {
            return -added(mark, at + frame.bytes()) * NANOS / frame.rate();
        }
        return file.has(at + VBRI, "VBRI") ? 0 : frame.samples() * NANOS / frame.rate();
    }

    private long added(long mark, long end) {
        int flags = file.at(mark + 7);
        long encoder = mark + 8 + 4L * Integer.bitCount(flags & 0x0b) + ((flags & 4) != 0 ? 100 : 0);
        boolean told = file.has(encoder, "LAME") || file.has(encoder, "Lavf") || file.has(encoder, "Lavc");
        if (!told || encoder + 24 > end) {
            return 0;
        }
        long both = file.bigEndian(encoder + 21, 3);
        return both < 0 ? 0 : (both >> 12) + (both & 0xfff);
    }
}
