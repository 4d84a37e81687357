package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Formats that are known by a fixed start.
 */
final class Signatures {

    private static final List<Start> STARTS = starts().entrySet().stream().map(Start::of).toList();
    private static final int TS_PACKET = 188;
    private static final int BLU_RAY_PACKET = 192;
    private static final int MAX_AC3_VERSION = 16;
    private static final int MAX_SWF_VERSION = 64;
    private static final int MAX_ICONS = 1_000;
    private static final int USTAR = 257;
    private static final int SVG_BYTES = 2 << 10;
    private static final int DICM = 128;
    private static final int EMF_SIGNATURE = 40;

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
            case "FORM" -> form(first);
            default -> loose(first);
        };
    }

    private static @Nullable MediaFormat riff(FirstBytes first) {
        return switch (first.fourCharacters(8)) {
            case "WAVE" -> MediaFormat.WAV;
            case "WEBP" -> MediaFormat.WEBP;
            case "AVI " -> MediaFormat.AVI;
            case "RMID" -> MediaFormat.MIDI;
            case "QLCM" -> MediaFormat.QCP;
            case "CDXA" -> MediaFormat.MPEG_PS;
            case "ACON" -> MediaFormat.ICO;
            default -> null;
        };
    }

    private static @Nullable MediaFormat form(FirstBytes first) {
        return switch (first.fourCharacters(8)) {
            case "AIFF", "AIFC" -> MediaFormat.AIFF;
            case "8SVX" -> MediaFormat.SVX;
            case "ILBM", "PBM " -> MediaFormat.IFF_PICTURE;
            default -> null;
        };
    }

    /** Returns the format of a start that is short, and so needs more than that. */
    private static @Nullable MediaFormat loose(FirstBytes first) {
        if (isBitmap(first)) {
            return MediaFormat.BMP;
        }
        MediaFormat byFields = FieldSignatures.format(first);
        if (byFields != null) {
            return byFields;
        }
        if (first.at(0) == 'G' && first.at(TS_PACKET) == 'G' && first.at(2 * TS_PACKET) == 'G'
                && first.at(3 * TS_PACKET) == 'G') {
            return MediaFormat.MPEG_TS;
        }
        if (isIcon(first)) {
            return MediaFormat.ICO;
        }
        if (first.at(4) == 'G' && first.at(4 + BLU_RAY_PACKET) == 'G' && first.at(4 + 2 * BLU_RAY_PACKET) == 'G'
                && first.at(4 + 3 * BLU_RAY_PACKET) == 'G') {
            return MediaFormat.MPEG_TS;
        }
        if (first.has(0, "\u000bw") && first.at(5) >= 0 && first.at(5) >> 3 <= MAX_AC3_VERSION) {
            return MediaFormat.AC3;
        }
        return !first.isText() ? ofLetters(first) : isSvg(first) ? MediaFormat.SVG : null;
    }

    /** Returns whether a text is a drawing, and no page with one in it. */
    private static boolean isSvg(FirstBytes text) {
        String start = text.text(SVG_BYTES).stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<") && start.contains("<svg") && !start.contains("<html") && !start.contains("<!doctype html");
    }

    /** Returns whether these are icons or cursors: a list of pictures, which have a reserved byte of zero. */
    private static boolean isIcon(FirstBytes first) {
        long pictures = first.littleEndian(4, 2);
        return (first.has(0, "\0\0\u0001\0") || first.has(0, "\0\0\u0002\0")) && pictures > 0 && pictures <= MAX_ICONS
                && first.at(9) == 0;
    }

    /** Returns the format of a start that a text may have too. */
    private static @Nullable MediaFormat ofLetters(FirstBytes first) {
        if (first.has(0, "MAC ")) {
            return MediaFormat.APE;
        }
        if (first.has(USTAR, "ustar")) {
            return MediaFormat.TAR;
        }
        if (first.has(DICM, "DICM")) {
            return MediaFormat.DICOM;
        }
        if (first.has(0, "\u0001\0\0\0") && first.has(EMF_SIGNATURE, " EMF")) {
            return MediaFormat.EMF;
        }
        if (first.has(4, "\u00f8ro\u00ba") || first.has(4, "\u00f8ro\u00bb")) {
            return MediaFormat.TRUE_HD;
        }
        if (first.at(3) > 0 && first.at(3) < MAX_SWF_VERSION
                && (first.has(0, "FWS") || first.has(0, "CWS") || first.has(0, "ZWS"))) {
            return MediaFormat.SWF;
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
        all.put("IIRO", MediaFormat.CAMERA_RAW);
        all.put("IIU\0", MediaFormat.CAMERA_RAW);
        all.put("FUJIFILMCCD-RAW", MediaFormat.CAMERA_RAW);
        all.put("FOVb", MediaFormat.CAMERA_RAW);
        all.put("II\u001a\0\0\0HEAPCCDR", MediaFormat.CAMERA_RAW);
        all.put("\0MRM", MediaFormat.CAMERA_RAW);
        all.put("II*\0", MediaFormat.TIFF);
        all.put("MM\0*", MediaFormat.TIFF);
        all.put("II+\0", MediaFormat.TIFF);
        all.put("MM\0+", MediaFormat.TIFF);
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
        all.putAll(rare());
        return all;
    }

    private static Map<String, MediaFormat> rare() {
        Map<String, MediaFormat> all = new LinkedHashMap<>();
        all.put("qoif", MediaFormat.QOI);
        all.put("BPG\u00fb", MediaFormat.BPG);
        all.put("SIMPLE  =  ", MediaFormat.FITS);
        all.put("Y\u00a6j\u0095", MediaFormat.SUN_RASTER);
        all.put("\u0001\u00da\0\u0001", MediaFormat.SGI);
        all.put("\u0001\u00da\0\u0002", MediaFormat.SGI);
        all.put("\u0001\u00da\u0001\u0001", MediaFormat.SGI);
        all.put("\u0001\u00da\u0001\u0002", MediaFormat.SGI);
        all.put("#?RADIANCE\n", MediaFormat.HDR);
        all.put("wxgf", MediaFormat.WXGF);
        all.put("CTENFDAM", MediaFormat.NCM);
        all.put("nut/multimedia container\0", MediaFormat.NUT);
        all.put("v/1\u0001", MediaFormat.EXR);
        all.put("DDS |\0\0\0", MediaFormat.DDS);
        all.put("gimp xcf ", MediaFormat.XCF);
        all.put("AT&TFORM", MediaFormat.DJVU);
        all.put("\u00d7\u00cd\u00c6\u009a", MediaFormat.WMF);
        all.put("\u007f\u00fe\u0080\u0001", MediaFormat.DTS);
        all.put("\u00fe\u007f\u0001\u0080", MediaFormat.DTS);
        all.put("\u001f\u00ff\u00e8\0", MediaFormat.DTS);
        all.put("\u00ff\u001f\0\u00e8", MediaFormat.DTS);
        all.put("DTSHDHDR", MediaFormat.DTS);
        all.put("Creative Voice File\u001a", MediaFormat.VOC);
        all.put("#!EVS_MC1.0\n", MediaFormat.EVS);
        all.put(".ra\u00fd", MediaFormat.REAL_AUDIO);
        all.put("MMMD\0", MediaFormat.SMAF);
        all.put("\u0006\u000e+4\u0002\u0005\u0001\u0001", MediaFormat.MXF);
        all.put("DKIF\0\0", MediaFormat.IVF);
        all.put("\0\0\u0001\u00b0", MediaFormat.MPEG4_ES);
        all.put("\0\0\0\u0001g", MediaFormat.H264);
        all.put("\0\0\u0001g", MediaFormat.H264);
        all.put("\0\0\0\u0001@\u0001", MediaFormat.H265);
        all.put("PK\u0007\bPK\u0003\u0004", MediaFormat.ZIP);
        all.put("BZh91AY&SY", MediaFormat.BZIP2);
        all.put("\u00fd7zXZ\0", MediaFormat.XZ);
        all.put("(\u00b5/\u00fd", MediaFormat.ZSTD);
        all.put("\u0004\"M\u0018", MediaFormat.LZ4);
        all.put("MSCF\0\0\0\0", MediaFormat.CAB);
        all.put("070701", MediaFormat.CPIO);
        all.put("070702", MediaFormat.CPIO);
        all.put("070707", MediaFormat.CPIO);
        all.put("!<arch>\n", MediaFormat.AR);
        all.put("\0\u0005\u0016\u0007", MediaFormat.APPLE_DOUBLE);
        all.put("\0\0\0\u0001Bud1", MediaFormat.DS_STORE);
        all.put("L\0\0\0\u0001\u0014\u0002\0", MediaFormat.SHORTCUT);
        all.put("\u00ac\u00ed\0\u0005", MediaFormat.JAVA_OBJECT);
        all.put("\u00ca\u00fe\u00ba\u00be\0\0\0", MediaFormat.JAVA_CLASS);
        all.put("\u007fELF", MediaFormat.PROGRAM);
        all.put("MZ\u0090\0\u0003\0\0\0", MediaFormat.PROGRAM);
        all.put("\u00cf\u00fa\u00ed\u00fe", MediaFormat.PROGRAM);
        all.put("wOF2", MediaFormat.FONT);
        all.put("wOFF\0", MediaFormat.FONT);
        all.put("OTTO\0", MediaFormat.FONT);
        all.put("SQLite format 3\0", MediaFormat.SQLITE);
        all.put("Salted__", MediaFormat.OPENSSL);
        return all;
    }
}
