package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Formats that are known by a fixed start.
 */
final class Signatures {

    private static final List<Start> STARTS = starts().entrySet().stream().map(Start::of).toList();
    private static final int TS_PACKET = 188;
    private static final int MAX_AC3_VERSION = 16;

    private record Start(byte[] bytes, MediaFormat format) {

        static Start of(Map.Entry<String, MediaFormat> entry) {
            return new Start(entry.getKey().getBytes(StandardCharsets.ISO_8859_1), entry.getValue());
        }
    }

    private Signatures() {
    }

    static @Nullable MediaFormat format(FirstBytes first) {
        for (Start start : STARTS) {
            if (first.has(0, start.bytes())) {
                return start.format();
            }
        }
        return switch (first.fourCharacters(0)) {
            case "RIFF" -> riff(first);
            case "RIFX" -> first.has(8, "WAVE") ? MediaFormat.RIFX : null;
            case "RF64", "BW64" -> first.has(8, "WAVE") ? MediaFormat.RF64 : null;
            case "FORM" -> first.has(8, "AIF") ? MediaFormat.AIFF : null;
            default -> loose(first);
        };
    }

    private static @Nullable MediaFormat riff(FirstBytes first) {
        return switch (first.fourCharacters(8)) {
            case "WAVE" -> MediaFormat.WAV;
            case "WEBP" -> MediaFormat.WEBP;
            case "AVI " -> MediaFormat.AVI;
            case "RMID" -> MediaFormat.MIDI;
            default -> null;
        };
    }

    /** Returns the format of a start that is short, and so needs more than that. */
    private static @Nullable MediaFormat loose(FirstBytes first) {
        if (isBitmap(first)) {
            return MediaFormat.BMP;
        }
        if (first.at(0) == 'G' && first.at(TS_PACKET) == 'G' && first.at(2 * TS_PACKET) == 'G'
                && first.at(3 * TS_PACKET) == 'G') {
            return MediaFormat.MPEG_TS;
        }
        if (first.has(0, "\u000bw") && first.at(5) >= 0 && first.at(5) >> 3 <= MAX_AC3_VERSION) {
            return MediaFormat.AC3;
        }
        return first.isText() ? null : ofLetters(first);
    }

    /** Returns the format of a start that a text may have too. */
    private static @Nullable MediaFormat ofLetters(FirstBytes first) {
        if (first.has(0, "MAC ")) {
            return MediaFormat.APE;
        }
        if (first.has(0, "MP+")) {
            return MediaFormat.MUSEPACK;
        }
        return first.has(0, "ADIF") ? MediaFormat.AAC : null;
    }

    /** Returns whether this is a BMP. "BM" alone starts many a text; the size of the second header takes few values. */
    private static boolean isBitmap(FirstBytes first) {
        if (!first.has(0, "BM") || first.at(15) != 0 || first.at(16) != 0 || first.at(17) != 0) {
            return false;
        }
        int header = first.at(14);
        // OS/2 leaves out any of the last fields
        return header == 12 || (header >= 16 && header <= 64 && header % 4 == 0) || header == 108 || header == 124;
    }

    private static Map<String, MediaFormat> starts() {
        Map<String, MediaFormat> all = new LinkedHashMap<>();
        all.put("\u0089PNG\r\n\u001a\n", MediaFormat.PNG);
        all.put("\u00ff\u00d8\u00ff", MediaFormat.JPEG);
        all.put("GIF87a", MediaFormat.GIF);
        all.put("GIF89a", MediaFormat.GIF);
        all.put("#!AMR\n", MediaFormat.AMR);
        all.put("#!AMR-WB\n", MediaFormat.AMR_WB);
        all.put("#!AMR_MC1.0\n", MediaFormat.AMR_MC);
        all.put("#!AMR-WB_MC1.0\n", MediaFormat.AMR_MC);
        all.put("#!SILK", MediaFormat.SILK);
        all.put("\u0002#!SILK", MediaFormat.SILK);
        all.put("fLaC", MediaFormat.FLAC);
        all.put("OggS", MediaFormat.OGG);
        all.put("riff.\u0091\u00cf\u0011\u00a5\u00d6(\u00db", MediaFormat.W64);
        all.put("wvpk", MediaFormat.WAVPACK);
        all.put("MPCK", MediaFormat.MUSEPACK);
        all.put("TTA1", MediaFormat.TTA);
        all.put("caff\0\u0001", MediaFormat.CAF);
        all.put(".snd\0\0\0", MediaFormat.AU);
        all.put("DSD \u001c\0\0\0", MediaFormat.DSF);
        all.put("MThd\0\0\0\u0006", MediaFormat.MIDI);
        all.put("\u00ff\n", MediaFormat.JPEG_XL);
        all.put("\0\0\0\fJXL \r\n\u0087\n", MediaFormat.JPEG_XL);
        all.put("\0\0\0\fjP  \r\n\u0087\n", MediaFormat.JPEG_2000);
        all.put("\u00ffO\u00ffQ", MediaFormat.JPEG_2000);
        all.put("8BPS\0", MediaFormat.PSD);
        all.put("\u008aMNG\r\n\u001a\n", MediaFormat.MNG);
        all.put("\u008bJNG\r\n\u001a\n", MediaFormat.MNG);
        all.put("II\u00bc\u0001", MediaFormat.JPEG_XR);
        all.put("II*\0", MediaFormat.TIFF);
        all.put("MM\0*", MediaFormat.TIFF);
        all.put("II+\0", MediaFormat.TIFF);
        all.put("MM\0+", MediaFormat.TIFF);
        all.put("\0\0\u0001\0\u0001\0", MediaFormat.ICO);
        all.put("FLV\u0001", MediaFormat.FLV);
        all.put("\u001aE\u00df\u00a3", MediaFormat.MATROSKA);
        all.put("\0\0\u0001\u00ba", MediaFormat.MPEG_PS);
        all.put("\0\0\u0001\u00b3", MediaFormat.MPEG_PS);
        all.put(".RMF\0\0\0", MediaFormat.REAL_MEDIA);
        all.put("%PDF-", MediaFormat.PDF);
        all.put("PK\u0003\u0004", MediaFormat.ZIP);
        all.put("PK\u0005\u0006", MediaFormat.ZIP);
        all.put("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", MediaFormat.OFFICE);
        all.put("\u001f\u008b\b", MediaFormat.GZIP);
        all.put("Rar!\u001a\u0007", MediaFormat.RAR);
        all.put("7z\u00bc\u00af'\u001c", MediaFormat.SEVEN_ZIP);
        return all;
    }
}
