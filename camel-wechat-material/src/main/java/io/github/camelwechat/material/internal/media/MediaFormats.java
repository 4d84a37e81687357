package io.github.camelwechat.material.internal.media;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Recognises a format by the first bytes, never by a name.
 */
final class MediaFormats {

    /** Those that a fixed start gives away. */
    private static final Map<String, MediaFormat> SIGNATURES = signatures();

    private MediaFormats() {
    }

    /**
     * The format that the first bytes of a body show, or null.
     *
     * @param bytes  holds them
     * @param length how many of them are filled
     */
    static @Nullable MediaFormat of(byte[] bytes, int length) {
        return of(new Head(bytes, length));
    }

    static @Nullable MediaFormat of(Head head) {
        for (Map.Entry<String, MediaFormat> signature : SIGNATURES.entrySet()) {
            if (head.has(0, signature.getKey())) {
                return signature.getValue();
            }
        }
        if (head.has(0, "RIFF")) {
            return riff(head);
        }
        if (isBitmap(head)) {
            return MediaFormat.BMP;
        }
        if (Asf.isAsf(head)) {
            return Asf.format(head);
        }
        MediaFormat format = IsoMedia.format(head);
        return format != null ? format : MpegAudio.format(head);
    }

    private static @Nullable MediaFormat riff(Head head) {
        return switch (head.fourCharacters(8)) {
            case "WAVE" -> MediaFormat.WAV;
            case "WEBP" -> MediaFormat.WEBP;
            case "AVI " -> MediaFormat.AVI;
            default -> null;
        };
    }

    /** "BM" alone starts many a text; the size of the second header takes few values. */
    private static boolean isBitmap(Head head) {
        if (!head.has(0, "BM") || head.at(15) != 0 || head.at(16) != 0 || head.at(17) != 0) {
            return false;
        }
        return switch (head.at(14)) {
            case 12, 16, 40, 52, 56, 64, 108, 124 -> true;
            default -> false;
        };
    }

    private static Map<String, MediaFormat> signatures() {
        Map<String, MediaFormat> all = new LinkedHashMap<>();
        all.put("\u0089PNG\r\n\u001a\n", MediaFormat.PNG);
        all.put("\u00ff\u00d8\u00ff", MediaFormat.JPEG);
        all.put("GIF87a", MediaFormat.GIF);
        all.put("GIF89a", MediaFormat.GIF);
        all.put("#!AMR\n", MediaFormat.AMR);
        all.put("#!AMR-WB\n", MediaFormat.AMR_WB);
        all.put("fLaC", MediaFormat.FLAC);
        all.put("OggS", MediaFormat.OGG);
        all.put("FLV\u0001", MediaFormat.FLV);
        all.put("\u001aE\u00df\u00a3", MediaFormat.MATROSKA);
        all.put("II*\0", MediaFormat.TIFF);
        all.put("MM\0*", MediaFormat.TIFF);
        all.put("%PDF-", MediaFormat.PDF);
        all.put("PK\u0003\u0004", MediaFormat.ZIP);
        all.put("\u001f\u008b\b", MediaFormat.GZIP);
        return all;
    }
}
