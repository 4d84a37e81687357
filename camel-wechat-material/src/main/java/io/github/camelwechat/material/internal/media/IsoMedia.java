package io.github.camelwechat.material.internal.media;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Files made of ISO base media boxes (ISO/IEC 14496-12), distinguished by the brands in their {@code ftyp} box. WeChat
 * takes MP4 only, and all of these look alike to a check of the outer form.
 */
final class IsoMedia {

    private static final Set<String> MP4 = Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9",
            "mp41", "mp42", "mp71", "avc1", "M4V ", "M4VH", "M4VP", "MSNV", "dash", "mmp4");
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    /** First atoms of QuickTime files older than the ftyp box. */
    private static final Set<String> QUICKTIME_ATOMS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private IsoMedia() {
    }

    /** {@return the format; null if this is none of the family} */
    static @Nullable MediaFormat format(FirstBytes first) {
        String box = first.fourCharacters(4);
        // the size in front is small: no text starts with such a byte, though one may well go on with "free"
        if (QUICKTIME_ATOMS.contains(box) && first.at(0) < 0x20) {
            return MediaFormat.MOV;
        }
        if (!box.equals("ftyp") || first.at(0) != 0) {
            return null;
        }
        MediaFormat major = ofBrand(first.fourCharacters(8));
        return major != null ? major : ofCompatibleBrands(first);
    }

    private static @Nullable MediaFormat ofBrand(String brand) {
        if (MP4.contains(brand)) {
            return MediaFormat.MP4;
        }
        if (brand.startsWith("3g")) {
            return MediaFormat.THREE_GP;
        }
        if (HEIC.contains(brand)) {
            return MediaFormat.HEIC;
        }
        return switch (brand) {
            case "qt  " -> MediaFormat.MOV;
            case "M4A ", "M4B ", "M4P " -> MediaFormat.M4A;
            case "avif", "avis" -> MediaFormat.AVIF;
            default -> null;
        };
    }

    /** Returns the format by the list after a camera maker's own brand (XAVC, for one), which says nothing. */
    private static @Nullable MediaFormat ofCompatibleBrands(FirstBytes first) {
        long end = Math.min(first.number(0), first.length());
        MediaFormat found = null;
        for (int offset = 16; offset + 4 <= end; offset += 4) {
            MediaFormat format = ofBrand(first.fourCharacters(offset));
            if (format != null && (found == null || found == MediaFormat.MP4)) {
                found = format;
            }
        }
        return found;
    }
}
