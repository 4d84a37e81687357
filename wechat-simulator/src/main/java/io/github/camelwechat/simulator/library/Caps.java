package io.github.camelwechat.simulator.library;

/**
 * How much fits into the library of an account.
 *
 * @param picturesAndNews pictures, thumbs and news together
 * @param voices          voices
 * @param videos          videos
 */
public record Caps(int picturesAndNews, int voices, int videos) {

    /** Those of the documentation. */
    public static final Caps DOCUMENTED = new Caps(100_000, 1_000, 1_000);

    /**
     * Refuses caps below 0.
     *
     * @param picturesAndNews pictures, thumbs and news together
     * @param voices          voices
     * @param videos          videos
     */
    public Caps {
        if (picturesAndNews < 0 || voices < 0 || videos < 0) {
            throw new IllegalArgumentException(
                    "A library cannot hold fewer than 0: " + picturesAndNews + ", " + voices + ", " + videos);
        }
    }

    int of(MaterialType type) {
        return switch (type.listedAs()) {
            case VOICE -> voices;
            case VIDEO -> videos;
            default -> picturesAndNews;
        };
    }
}
