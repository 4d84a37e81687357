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
            "\u008bJNG", "#!EVS", "\u00ffO\u00ffQ");
    private static final Pattern RIFF = Pattern.compile("(?s)RIFF....(WEBP|QLCM|CDXA|RMID|ACON)|[FCZ]WS[\\u0001-?].{8}");
    private static final Pattern BOX = Pattern.compile("(?s)....(ftyp|moov|mdat|moof|free|skip|wide|styp|sidx)");
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
                || isIcon(file, start) || isTransport(file, start);
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
