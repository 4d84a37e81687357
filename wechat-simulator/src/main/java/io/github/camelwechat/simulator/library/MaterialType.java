package io.github.camelwechat.simulator.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.github.camelwechat.simulator.format.Format;

/** The types of material, with what the documentation allows for each. */
public enum MaterialType {
    /** A picture of up to 10 MB. */
    IMAGE(10 * 1024 * 1024, 40009, Set.of("bmp", "png", "jpeg", "jpg", "gif")),
    /** A voice of up to 2 MB and 60 s. */
    VOICE(2 * 1024 * 1024, 40010, Set.of("mp3", "wma", "wav", "amr")),
    /** A video of up to 10 MB. */
    VIDEO(10 * 1024 * 1024, 40011, Set.of("mp4")),
    /** A small JPEG of up to 64 KB; it is counted and listed as an image. */
    THUMB(64 * 1024, 40012, Set.of("jpg", "jpeg"));

    private final long limit;
    private final int tooLarge;
    private final Set<String> extensions;

    MaterialType(long limit, int tooLarge, Set<String> extensions) {
        this.limit = limit;
        this.tooLarge = tooLarge;
        this.extensions = extensions;
    }

    /**
     * {@return the type that the query names, in lower case only}
     *
     * @param name any text
     */
    public static Optional<MaterialType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.wireName().equals(name)).findFirst();
    }

    /** {@return {@code image}, {@code voice}, {@code video} or {@code thumb}} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the most bytes it may have} */
    public long limit() {
        return limit;
    }

    /** {@return the errcode for more} */
    public int tooLarge() {
        return tooLarge;
    }

    /** {@return the type it is counted and listed as: there are no thumbs in lists} */
    public MaterialType listedAs() {
        return this == THUMB ? IMAGE : this;
    }

    /** {@return those that a file name may have, in lower case} */
    public Set<String> extensions() {
        return extensions;
    }

    /**
     * {@return whether a permanent material of that type may have that format}
     *
     * @param format what the bytes are
     */
    public boolean allowsFormat(Format format) {
        return switch (this) {
            case IMAGE -> format.isPicture();
            case VOICE -> format.isVoice();
            case VIDEO -> format == Format.MP4;
            case THUMB -> format == Format.JPEG;
        };
    }
}
