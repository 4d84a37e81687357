package io.github.camelwechat.simulator.format;

import java.util.List;
import java.util.regex.Pattern;

/** Archives, programs, pictures, films and other sound: they are no MP3, though one may be in them. */
final class OtherFiles {

    private static final List<String> STARTS = List.of(
            "PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\b", "\u00ac\u00ed\0\5", "\0\5\u0016\7", "MZ\u0090\0",
            "\u007fELF", "\u00cf\u00fa\u00ed\u00fe", "%PDF-", "SQLite format", "Rar!", "7z\u00bc\u00af", "MSCF\0",
            "MThd\0", "\u00d0\u00cf\u0011\u00e0", "Salted__", "FORM", ".snd\0", "BPG\u00fb", "BZh91AY&SY", "caff\0",
            "\u00ca\u00fe\u00ba\u00be", "II*\0", "MM\0*", "II+\0", "MM\0+", "II\u001a\0", "II\u00bc\1", "IIRO",
            "IIU\0", "\0MRM", "FUJIFILMCCD", "FOVb", "DDS |", "AT&TFORM", "\0\0\0\1Bud1", "\u007f\u00fe\u0080\1",
            "\u00fe\u007f\1\u0080", "\u001f\u00ff\u00e8\0", "\u00ff\u001f\0\u00e8", "DTSHDHDR", "\0\0\1\u00b0",
            "\0\0\1\u00b3", "\0\0\1\u00ba", "\0\0\1g", "\0\0\0\1g", "\0\0\0\1@", "v/1\1",
            "DKIF", "\0\0\0\fJXL ", "\0\0\0\fjP  ", "\u00ff\n", "L\0\0\0\1\u0014", "\4\"M\u0018", "MMMD\0",
            "\6\u000e+4", "OTTO\0", "wOF", "8BPS\0", "qoif", ".ra\u00fd", "Creative Voice File",
            "\u00d7\u00cd\u00c6\u009a", "gimp xcf", "\u00fd7zXZ", "(\u00b5/\u00fd", "\u001f\u008b\b", "\u008aMNG",
            "\u008bJNG", "#!EVS", "\u00ffO\u00ffQ", "SIMPLE  =  ", "Y\u00a6j\u0095", "\1\u00da\0\1", "\1\u00da\0\2",
            "\1\u00da\1\1", "\1\u00da\1\2", "#?RADIANCE\n", "wxgf", "CTENFDAM", "nut/multimedia container\0", "070701",
            "070702", "070707", "!<arch>\n");
    private static final Pattern RIFF = Pattern.compile("(?s)RIFF....(WEBP|QLCM|CDXA|RMID|ACON)|[FCZ]WS[\\u0001-?].{8}");
    private static final Pattern BOX
            = Pattern.compile("(?s)....(ftyp|moov|mdat|moof|free|skip|wide|styp|sidx|junk|uuid|pdin|prft|emsg|udta|meta|pnot)");
    private static final Pattern NETPBM
            = Pattern.compile("(?s)P([1-6FfHh]\\s+(#[^\\n]*\\n\\s*)*\\d+\\s+\\d+\\s|7\\n(WIDTH|HEIGHT|DEPTH|MAXVAL|#)).*");
    private static final int NETPBM_BYTES = 256;
    private static final int RIFF_BYTES = 12;
    private static final int BOX_BYTES = 8;
    private static final int TAR = 257;
    private static final int DICOM = 128;
    private static final int EMF = 40;
    private static final int[] PACKETS = { 188, 192 };

    private OtherFiles() {
    }

    static boolean startAt(FileBytes file, long start) {
        return STARTS.stream().anyMatch(text -> file.has(start, text))
                || RIFF.matcher(file.text(start, RIFF_BYTES)).matches()
                || (file.at(start) < 0x20 && BOX.matcher(file.text(start, BOX_BYTES)).matches())
                || file.has(start + TAR, "ustar") || file.has(start + DICOM, "DICM") || file.has(start + EMF, " EMF")
                || isIcon(file, start) || isTransport(file, start) || isTrueHd(file, start) || isPicture(file, start)
                || isDv(file, start) || isAdx(file, start) || isLatm(file, start) || AsfObjects.startAt(file, start);
    }

    private static boolean isTrueHd(FileBytes file, long start) {
        return file.has(start + 4, "\u00f8ro\u00ba") || file.has(start + 4, "\u00f8ro\u00bb");
    }

    /** DPX, TGA, PCX and Netpbm, by the fields of their headers. */
    private static boolean isPicture(FileBytes file, long start) {
        boolean dpx = (file.has(start, "SDPX") || file.has(start, "XPDS")) && file.has(start + 8, "V");
        return dpx || isTga(file, start) || isPcx(file, start)
                || (file.at(start) == 'P' && NETPBM.matcher(file.text(start, NETPBM_BYTES)).matches());
    }

    private static boolean isTga(FileBytes file, long start) {
        int type = file.at(start + 2);
        boolean mapped = file.at(start + 1) == 1 && (type == 1 || type == 9) && isDepth(file.at(start + 7));
        boolean plain = file.at(start + 1) == 0 && (type == 2 || type == 3 || type == 10 || type == 11)
                && file.has(start + 3, "\0\0\0\0\0");
        return (mapped || plain) && file.littleEndian(start + 12, 2) > 0 && file.littleEndian(start + 14, 2) > 0
                && isDepth(file.at(start + 16)) && file.at(start + 17) >= 0 && file.at(start + 17) < 0x40;
    }

    private static boolean isDepth(int bits) {
        return bits == 8 || bits == 15 || bits == 16 || bits == 24 || bits == 32;
    }

    private static boolean isPcx(FileBytes file, long start) {
        int version = file.at(start + 1);
        int bits = file.at(start + 3);
        int planes = file.at(start + 65);
        return file.at(start) == '\n' && version >= 0 && version <= 5 && version != 1 && file.at(start + 2) == 1
                && (bits == 1 || bits == 2 || bits == 4 || bits == 8)
                && file.littleEndian(start + 8, 2) >= file.littleEndian(start + 4, 2)
                && file.littleEndian(start + 10, 2) >= file.littleEndian(start + 6, 2) && file.at(start + 64) == 0
                && planes >= 0 && planes <= 4;
    }

    private static boolean isDv(FileBytes file, long start) {
        return file.has(start, "\u001f\7\0") && (file.at(start + 3) == 0x3f || file.at(start + 3) == 0xbf);
    }

    private static boolean isAdx(FileBytes file, long start) {
        return file.has(start, "\u0080\0") && file.has(start + file.bigEndian(start + 2, 2) - 2, "(c)CRI");
    }

    /** AAC as it is broadcast. */
    private static boolean isLatm(FileBytes file, long start) {
        long at = start;
        for (int frame = 0; frame < 3; frame++) {
            long header = file.bigEndian(at, 3);
            if (header >> 13 != 0x2b7) {
                return false;
            }
            at += 3 + (header & 0x1fff);
        }
        return true;
    }

    private static boolean isIcon(FileBytes file, long start) {
        long count = file.littleEndian(start + 4, 2);
        return (file.has(start, "\0\0\1\0") || file.has(start, "\0\0\2\0")) && count > 0 && count <= 1000
                && file.at(start + 9) == 0;
    }

    private static boolean isTransport(FileBytes file, long start) {
        for (int packet : PACKETS) {
            long at = start + packet % PACKETS[0];
            if (file.at(at) == 'G' && file.at(at + packet) == 'G' && file.at(at + 2L * packet) == 'G') {
                return true;
            }
        }
        return false;
    }
}
