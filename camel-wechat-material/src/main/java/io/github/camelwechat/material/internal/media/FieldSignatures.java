package io.github.camelwechat.material.internal.media;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Formats without a distinct start, known by several fields of their header. MP3 may come somewhere after such a start,
 * and they are still none.
 */
final class FieldSignatures {

    /** Types of TGA with a color map, and without. */
    private static final Set<Integer> TGA_MAPPED = Set.of(1, 9);
    private static final Set<Integer> TGA_PLAIN = Set.of(2, 3, 10, 11);
    private static final Set<Integer> TGA_BITS = Set.of(8, 15, 16, 24, 32);
    private static final int TGA_HEADER = 18;
    private static final Set<Integer> PCX_VERSIONS = Set.of(0, 2, 3, 4, 5);
    private static final Set<Integer> PCX_BITS = Set.of(1, 2, 4, 8);
    private static final int PCX_RESERVED = 64;
    private static final int MAX_PCX_PLANES = 4;
    /** Width and height follow the name, after remarks. */
    private static final Pattern NETPBM
            = Pattern.compile("P(?:[1-6FfHh]\\s+(?:#[^\\n]*\\n\\s*)*\\d+\\s+\\d+\\s|7\\n(?:WIDTH|HEIGHT|DEPTH|MAXVAL|#))");
    private static final int NETPBM_BYTES = 256;
    private static final int LOAS_SYNC = 0x2b7;
    private static final int LOAS_HEADER = 3;

    private FieldSignatures() {
    }

    static @Nullable MediaFormat format(FirstBytes first) {
        if (isTga(first)) {
            return MediaFormat.TGA;
        }
        if (isPcx(first)) {
            return MediaFormat.PCX;
        }
        if (first.at(0) == 'P' && NETPBM.matcher(first.text(NETPBM_BYTES)).lookingAt()) {
            return MediaFormat.NETPBM;
        }
        if ((first.has(0, "SDPX") || first.has(0, "XPDS")) && first.has(8, "V")) {
            return MediaFormat.DPX;
        }
        if (first.has(0, "\u001f\u0007\0") && (first.at(3) == 0x3f || first.at(3) == 0xbf)) {
            return MediaFormat.DV;
        }
        if (first.has(0, "\u0080\0") && first.has((first.at(2) << 8 | first.at(3)) - 2, "(c)CRI")) {
            return MediaFormat.ADX;
        }
        return isLoas(first) ? MediaFormat.AAC : null;
    }

    private static boolean isTga(FirstBytes first) {
        boolean mapped = first.at(1) == 1 && TGA_MAPPED.contains(first.at(2)) && TGA_BITS.contains(first.at(7));
        boolean plain = first.at(1) == 0 && TGA_PLAIN.contains(first.at(2)) && first.has(3, "\0\0\0\0\0");
        return (mapped || plain) && first.length() >= TGA_HEADER && first.littleEndian(12, 2) > 0
                && first.littleEndian(14, 2) > 0 && TGA_BITS.contains(first.at(16)) && (first.at(17) & 0xc0) == 0;
    }

    private static boolean isPcx(FirstBytes first) {
        return first.at(0) == '\n' && PCX_VERSIONS.contains(first.at(1)) && first.at(2) == 1
                && PCX_BITS.contains(first.at(3)) && first.littleEndian(8, 2) >= first.littleEndian(4, 2)
                && first.littleEndian(10, 2) >= first.littleEndian(6, 2) && first.at(PCX_RESERVED) == 0
                && first.at(PCX_RESERVED + 1) >= 0 && first.at(PCX_RESERVED + 1) <= MAX_PCX_PLANES;
    }

    /** Returns whether this is AAC as radio and television send it: frames with eleven bits before their length. */
    private static boolean isLoas(FirstBytes first) {
        int at = 0;
        for (int frames = 0; frames < 3; frames++) {
            int header = first.at(at) << 16 | first.at(at + 1) << 8 | first.at(at + 2);
            if (first.at(at + 2) < 0 || header >> 13 != LOAS_SYNC) {
                return false;
            }
            at += LOAS_HEADER + (header & 0x1fff);
        }
        return true;
    }
}
