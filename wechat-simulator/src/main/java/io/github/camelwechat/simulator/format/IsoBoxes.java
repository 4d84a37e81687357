package io.github.camelwechat.simulator.format;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The boxes of mp4 and its relatives. The brands tell mov ({@code qt}), 3gp, m4a and still pictures from mp4; of brands
 * that tell nothing, the kinds of the tracks do.
 */
final class IsoBoxes {

    private static final Pattern MP4 = Pattern.compile(
            "iso[m2-9abc]|mp4[12]|mp71|mmp4|avc1|hvc1|hev1|av01|M4V[ HP]|MSNV|XAVC|F4[VPAB] |ND(AS|S[CHMPS]|X[CHMPS])"
                                                       + "|dash|msdh|msix|cmf[c2s]|piff");
    private static final Pattern OTHER
            = Pattern.compile("qt  |3g..|M4[ABP] |hei[cxms]|hev[cxms]|mif[123]|msf1|miaf|avi[fso]|MA1[AB]|crx |jp[2xm] |mjp2");
    /** What may be first: players take the boxes in any order, also the brands behind the rest. */
    private static final Set<String> FIRST = Set.of(
            "ftyp", "free", "skip", "wide", "junk", "uuid", "pdin", "styp", "sidx", "prft", "emsg", "moov", "mdat", "moof",
            "udta",
            "meta", "pnot");
    private static final int BOX = 8;
    private static final int MOST_OF_BRANDS = 1024;
    private static final int MOST_BOXES = 2_000;

    private final FileBytes file;
    private final long start;

    IsoBoxes(FileBytes file, long start) {
        this.file = file;
        this.start = start;
    }

    boolean isMp4() {
        if (!FIRST.contains(file.text(start + 4, 4)) || file.at(start) >= 0x20) {
            return false;
        }
        long at = start;
        for (int i = 0; i < MOST_BOXES && at + BOX <= file.size() && !file.has(at + 4, "ftyp"); i++) {
            at += size(at);
        }
        if (!file.has(at + 4, "ftyp")) {
            return false;
        }
        Optional<Boolean> told = byBrands(at);
        if (told.isPresent() && !told.get()) {
            return false;
        }
        Set<String> kinds = kinds();
        return kinds.contains("vide") || kinds.contains("auxv") || kinds.contains("soun")
                || (told.isPresent() && !kinds.contains("pict"));
    }

    /** {@return whether it is an mp4 by the brand or, where that is unknown, by those it says it is compatible with} */
    private Optional<Boolean> byBrands(long at) {
        String brand = file.text(at + BOX, 4);
        if (MP4.matcher(brand).matches()) {
            return Optional.of(true);
        }
        if (OTHER.matcher(brand).matches()) {
            return Optional.of(false);
        }
        long end = Math.min(at + Math.min(file.bigEndian(at, 4), MOST_OF_BRANDS), file.size());
        Optional<Boolean> told = Optional.empty();
        for (long place = at + 16; place + 4 <= end; place += 4) {
            String other = file.text(place, 4);
            if (OTHER.matcher(other).matches()) {
                return Optional.of(false);
            }
            told = MP4.matcher(other).matches() ? Optional.of(true) : told;
        }
        return told;
    }

    /** {@return the kinds of the tracks, and of what is kept without tracks} */
    private Set<String> kinds() {
        Set<String> kinds = new HashSet<>();
        long at = start;
        long end = -1;
        for (int i = 0; i < MOST_BOXES && at + BOX <= file.size() && (end < 0 || at < end); i++) {
            long size = size(at);
            int header = file.bigEndian(at, 4) == 1 ? 16 : BOX;
            switch (file.text(at + 4, 4)) {
                case "moov" -> {
                    end = at + size;
                    size = header;
                }
                case "trak", "mdia" -> size = end < 0 ? size : header;
                case "hdlr" -> kinds.add(file.text(at + 16, 4));
                case "meta" -> {
                    if (end < 0) {
                        kinds.add(file.text(at + 28, 4));
                    }
                }
                default -> {
                    // media and remarks
                }
            }
            at += size;
        }
        return kinds;
    }

    private long size(long at) {
        long rest = file.size() - at;
        long size = file.bigEndian(at, 4);
        if (size == 1 && rest >= 16) {
            size = file.bigEndian(at + 8, 8);
            return size < 16 ? rest : Math.min(size, rest);
        }
        return size < BOX ? rest : Math.min(size, rest);
    }
}
