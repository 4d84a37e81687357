package io.github.camelwechat.material.internal.media;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Files made of ISO base media boxes (ISO/IEC 14496-12), distinguished by the brands in their {@code ftyp} box. WeChat
 * takes MP4 only, and all of these look alike to a check of the outer form. Of a brand that stands for MP4, or for
 * nothing known, the tracks decide. (The brands are those registered at mp4ra.org.)
 */
final class IsoMedia {

    /** Boxes that a file may start with: mostly the one with the brands, but no player minds their order. */
    private static final Set<String> FIRST
            = Set.of("ftyp", "free", "skip", "wide", "junk", "uuid", "pdin", "styp", "sidx", "prft",
                    "emsg", "moov", "mdat", "moof", "udta", "meta", "pnot");

    private static final Set<String> MP4 = Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9",
            "isoa", "isob", "isoc", "mp41", "mp42", "mp71", "avc1", "hvc1", "hev1", "av01", "M4V ", "M4VH", "M4VP", "MSNV",
            "XAVC", "F4V ", "F4P ", "F4A ", "F4B ", "NDAS", "NDSC", "NDSH", "NDSM", "NDSP", "NDSS", "NDXC", "NDXH", "NDXM",
            "NDXP", "NDXS", "dash", "msdh", "msix", "cmfc", "cmf2", "cmfs", "mmp4", "piff");
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    /** Pictures in the same boxes, whose coding another brand tells. */
    private static final Set<String> PICTURE = Set.of("mif1", "mif2", "mif3", "msf1", "miaf");
    /** Bytes of a box's size and type. */
    private static final int BOX = 8;
    private static final int FIRST_COMPATIBLE_BRAND = 16;

    private IsoMedia() {
    }

    /** Returns what the brands tell; null if this is none of the family. */
    static @Nullable FirstGuess guess(FirstBytes first) {
        if (!startsWithBox(first)) {
            return null;
        }
        MediaFormat format = first.has(4, "ftyp") ? ofBrands(first, 0) : null;
        return format == null || format == MediaFormat.MP4
                ? new FirstGuess(MediaFormat.MP4, new IsoTracks()) : FirstGuess.sure(format);
    }

    /** Returns whether a box is first. Its size is small: no text starts with such a byte, though it may go on so. */
    static boolean startsWithBox(FirstBytes first) {
        return FIRST.contains(first.fourCharacters(4)) && first.at(0) < 0x20;
    }

    /**
     * Returns the format by the brands of a {@code ftyp} box; null if none of them is known.
     *
     * @param offset of the box
     */
    static @Nullable MediaFormat ofBrands(FirstBytes first, int offset) {
        String brand = first.fourCharacters(offset + BOX);
        MediaFormat compatible = ofCompatibleBrands(first, offset);
        if (PICTURE.contains(brand)) {
            // mif3 has the brand of its coding where others have a version
            boolean avif
                    = compatible == MediaFormat.AVIF || ofBrand(first.fourCharacters(offset + BOX + 4)) == MediaFormat.AVIF;
            return avif ? MediaFormat.AVIF : MediaFormat.HEIC;
        }
        MediaFormat major = ofBrand(brand);
        return major != null ? major : compatible;
    }

    private static @Nullable MediaFormat ofBrand(String brand) {
        if (MP4.contains(brand)) {
            return MediaFormat.MP4;
        }
        if (brand.startsWith("3g")) {
            return MediaFormat.THREE_GP;
        }
        if (HEIC.contains(brand) || PICTURE.contains(brand)) {
            return MediaFormat.HEIC;
        }
        return switch (brand) {
            case "qt  " -> MediaFormat.MOV;
            case "M4A ", "M4B ", "M4P " -> MediaFormat.M4A;
            case "avif", "avis", "avio", "MA1A", "MA1B" -> MediaFormat.AVIF;
            case "crx " -> MediaFormat.CR3;
            case "jp2 ", "jpx ", "jpm ", "mjp2" -> MediaFormat.JPEG_2000;
            default -> null;
        };
    }

    /** Returns the format by the list after a camera maker's own brand, which says nothing. */
    private static @Nullable MediaFormat ofCompatibleBrands(FirstBytes first, int offset) {
        long end = Math.min(offset + first.number(offset), first.length());
        MediaFormat found = null;
        for (int at = offset + FIRST_COMPATIBLE_BRAND; at + 4 <= end; at += 4) {
            MediaFormat format = ofBrand(first.fourCharacters(at));
            if (format == MediaFormat.AVIF) {
                return format;
            }
            if (format != null && (found == null || found == MediaFormat.MP4)) {
                found = format;
            }
        }
        return found;
    }
}
