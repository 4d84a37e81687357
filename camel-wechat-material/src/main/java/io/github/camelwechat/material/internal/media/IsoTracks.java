package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Walk over the boxes of ISO base media to the kinds of its tracks: a film has one of pictures, and brands do not tell
 * (ISO/IEC 14496-12, sections 8.4.3 and 8.11.1). Used once.
 */
final class IsoTracks implements FirstGuess.Structure {

    private static final int BOX = 8;
    private static final int LARGE_BOX = 16;
    /** From the start of a box to its handler: of a track, and of pictures that are no track. */
    private static final int HANDLER_OFFSET = 16;
    private static final int ITEM_HANDLER_OFFSET = 28;
    /** More brands than any file has. */
    private static final int BRAND_BYTES = 1 << 10;
    /** More boxes than any file has before the end of its list of tracks. */
    private static final int MAX_BOXES = 2_000;

    /** Boxes of which a part of a stream is made. */
    private static final Set<String> FRAGMENT = Set.of("moof", "styp", "sidx");
    /** Boxes of QuickTime, which had no brands for ten years. */
    private static final Set<String> MOVIE = Set.of("moov", "mdat", "pnot", "free", "skip", "wide", "junk");
    /** Bytes of the description of pictures, up to their coding. */
    private static final int META_BYTES = 4 << 10;
    private static final byte[] AV1 = "av01".getBytes(StandardCharsets.ISO_8859_1);

    private final Set<String> handlers = new HashSet<>();
    /** Types of the boxes that are in no other one. */
    private final Set<String> types = new HashSet<>();
    private boolean av1;
    private boolean typed;
    private @Nullable MediaFormat brand;
    /** The bytes that follow the box with the tracks; -1 before that. */
    private long afterTracks = -1;
    private boolean whole;

    @Override
    public @Nullable MediaFormat format(ForwardReader in, boolean all) throws IOException {
        for (int boxes = 0; boxes < MAX_BOXES && in.rest() >= BOX && !isDecided(in); boxes++) {
            in.skip(step(in));
        }
        // a file may end with its tracks
        isDecided(in);
        if (!typed) {
            return all ? withoutBrands() : null;
        }
        return brand == null || brand == MediaFormat.MP4 ? byTracks() : brand;
    }

    private boolean isDecided(ForwardReader in) {
        whole |= afterTracks >= 0 && in.rest() <= afterTracks;
        return typed && (whole || (brand != null && brand != MediaFormat.MP4));
    }

    private @Nullable MediaFormat withoutBrands() {
        if (types.contains("moov")) {
            return MediaFormat.MOV;
        }
        if (!Collections.disjoint(types, FRAGMENT)) {
            return MediaFormat.MP4_FRAGMENT;
        }
        return Collections.disjoint(types, MOVIE) ? null : MediaFormat.MOV;
    }

    /** Looks at the box that starts here, and returns the bytes to its next sibling, or to the first box in it. */
    private long step(ForwardReader in) throws IOException {
        FirstBytes box = in.next(ITEM_HANDLER_OFFSET + 4);
        long size = size(box, in.rest());
        if (afterTracks < 0) {
            types.add(box.fourCharacters(4));
        }
        switch (box.fourCharacters(4)) {
            case "ftyp" -> {
                if (!typed) {
                    typed = true;
                    brand = IsoMedia.ofBrands(in.next((int) Math.min(size, BRAND_BYTES)), 0);
                }
            }
            case "moov" -> {
                afterTracks = Math.max(0, in.rest() - size);
                return headerBytes(box);
            }
            case "trak", "mdia" -> {
                return afterTracks >= 0 ? headerBytes(box) : size;
            }
            case "hdlr" -> handlers.add(box.fourCharacters(HANDLER_OFFSET));
            case "meta" -> {
                if (afterTracks < 0) {
                    handlers.add(box.fourCharacters(ITEM_HANDLER_OFFSET));
                    av1 |= in.next((int) Math.min(size, META_BYTES)).contains(AV1);
                }
            }
            default -> {
                // media, padding, remarks
            }
        }
        return size;
    }

    /** Returns the whole size; of a box that says none, or nonsense, that of all the rest. */
    private static long size(FirstBytes box, long rest) {
        long size = box.number(0);
        if (size == 1 && box.length() >= LARGE_BOX) {
            size = box.number(8) << 32 | box.number(12);
            return size < LARGE_BOX ? rest : Math.min(size, rest);
        }
        return size < BOX ? rest : Math.min(size, rest);
    }

    private static int headerBytes(FirstBytes box) {
        return box.number(0) == 1 ? LARGE_BOX : BOX;
    }

    private @Nullable MediaFormat byTracks() {
        if (handlers.contains("vide") || handlers.contains("auxv")) {
            return MediaFormat.MP4;
        }
        if (handlers.contains("soun")) {
            return whole ? MediaFormat.MP4_AUDIO : MediaFormat.MP4;
        }
        return handlers.contains("pict") ? av1 ? MediaFormat.AVIF : MediaFormat.HEIC : brand;
    }
}
