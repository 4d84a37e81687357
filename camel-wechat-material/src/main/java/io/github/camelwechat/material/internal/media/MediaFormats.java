package io.github.camelwechat.material.internal.media;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Recognition of formats by the first bytes, never by a name.
 */
final class MediaFormats {

    /** Formats with a fixed start. */
    private static final Map<String, MediaFormat> SIGNATURES = signatures();

    /**
     * Microsoft's container, which holds WMA and WMV alike: without a video stream in its header it passes for audio.
     * (Numbers from the Advanced Systems Format specification, sections 10.1 and 10.5.)
     */
    private static final byte[] ASF_HEADER = HexFormat.of().parseHex("3026b2758e66cf11a6d900aa0062ce6c");
    private static final byte[] ASF_VIDEO = HexFormat.of().parseHex("c0ef19bc4d5bcf11a8fd00805f5c442b");

    private MediaFormats() {
    }

    /**
     * Returns the format of a body by its first bytes, or null.
     *
     * @param bytes  holds them
     * @param length number of bytes that are filled
     */
    static @Nullable MediaFormat of(byte[] bytes, int length) {
        return of(new FirstBytes(bytes, length));
    }

    static @Nullable MediaFormat of(FirstBytes first) {
        for (Map.Entry<String, MediaFormat> signature : SIGNATURES.entrySet()) {
            if (first.has(0, signature.getKey())) {
                return signature.getValue();
            }
        }
        if (first.has(0, "RIFF")) {
            return riff(first);
        }
        if (isBitmap(first)) {
            return MediaFormat.BMP;
        }
        if (first.has(0, ASF_HEADER)) {
            return first.contains(ASF_VIDEO) ? MediaFormat.WMV : MediaFormat.WMA;
        }
        MediaFormat format = IsoMedia.format(first);
        return format != null ? format : MpegAudio.format(first);
    }

    private static @Nullable MediaFormat riff(FirstBytes first) {
        return switch (first.fourCharacters(8)) {
            case "WAVE" -> MediaFormat.WAV;
            case "WEBP" -> MediaFormat.WEBP;
            case "AVI " -> MediaFormat.AVI;
            default -> null;
        };
    }

    /** Returns whether this is a BMP. "BM" alone starts many a text; the size of the second header takes few values. */
    private static boolean isBitmap(FirstBytes first) {
        if (!first.has(0, "BM") || first.at(15) != 0 || first.at(16) != 0 || first.at(17) != 0) {
            return false;
        }
        return switch (first.at(14)) {
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
