package io.github.camelwechat.simulator.format;

import java.util.Arrays;
import java.util.Optional;

/** Tells the format of a file from what is in it, whatever it is called. Internal: not API. */
public final class FormatRecogniser {

    private static final int HEAD = 8 * 1024;

    private FormatRecogniser() {
    }

    /**
     * {@return the format, empty if it is none that WeChat takes}
     *
     * @param file to look at
     */
    public static Optional<Format> recognise(FileBytes file) {
        if (Mp3Frames.hasTag(file)) {
            return new Mp3Frames(file).format();
        }
        byte[] head = file.part(0, HEAD);
        if (head.length == HEAD && isZeros(head)) {
            return new Mp3Frames(file).format();
        }
        FileBytes first = FileBytes.of(head);
        Optional<Format> format = bySignature(first)
                .or(() -> AsfObjects.startAt(first, 0) && !AsfObjects.hasFilm(file, 0)
                        ? Optional.of(Format.WMA) : Optional.empty())
                .or(() -> new IsoBoxes(file, 0).isMp4() ? Optional.of(Format.MP4) : Optional.empty())
                .or(() -> new Mp3Frames(first).format());
        return format.filter(known -> !TextTraces.areIn(first.text(0, HEAD)));
    }

    private static boolean isZeros(byte[] head) {
        return Arrays.equals(head, new byte[head.length]);
    }

    private static Optional<Format> bySignature(FileBytes file) {
        if (file.has(0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(Format.PNG);
        }
        if (file.has(0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(Format.JPEG);
        }
        if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
            return Optional.of(Format.GIF);
        }
        if (isBitmap(file)) {
            return Optional.of(Format.BMP);
        }
        if (file.has(0, "#!AMR\n")) {
            return Optional.of(Format.AMR);
        }
        return file.has(0, "RIFF") && file.has(8, "WAVE") ? Optional.of(Format.WAV) : Optional.empty();
    }

    /** "BM" alone begins many a text: the size of the header behind it must be one that exists. */
    private static boolean isBitmap(FileBytes file) {
        if (!file.has(0, "BM") || !file.has(15, "\0\0\0")) {
            return false;
        }
        int header = file.at(14);
        return header == 12 || (header >= 16 && header <= 64 && header % 4 == 0) || header == 108 || header == 124;
    }
}
