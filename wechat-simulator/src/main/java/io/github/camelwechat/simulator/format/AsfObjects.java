package io.github.camelwechat.simulator.format;

/** The header of Microsoft's container, which holds sound and films alike: objects in any order. */
final class AsfObjects {

    private static final String CONTAINER = "0&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9\0\u00aa\0b\u00cel";
    private static final String STREAM = "\u0091\u0007\u00dc\u00b7\u00b7\u00a9\u00cf\u0011\u008e\u00e6\0\u00c0\u000c Se";
    private static final String EXTENSION = "\u00b5\u0003\u00bf_.\u00a9\u00cf\u0011\u008e\u00e3\0\u00c0\u000c Se";
    private static final String EXTENDED_STREAM = "\u00cb\u00a5\u00e6\u0014r\u00c62C\u0083\u0099\u00a9iR\u0006[Z";
    private static final String DATA = "6&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9\0\u00aa\0b\u00cel";
    private static final String FILM = "\u00c0\u00ef\u0019\u00bcM[\u00cf\u0011\u00a8\u00fd\0\u0080_\\D+";
    private static final String PROPERTIES = "\u00a1\u00dc\u00ab\u008cG\u00a9\u00cf\u0011\u008e\u00e4\0\u00c0\u000c Se";
    private static final int START = 30;
    private static final int OBJECT = 24;
    private static final int EXTENSION_START = 46;
    private static final int NEAR = 8 * 1024;
    private static final int MOST_OF_A_STREAM = 4 * 1024;
    private static final int MOST_OBJECTS = 100_000;
    private static final int PROPERTIES_BYTES = 92;

    private AsfObjects() {
    }

    static boolean startAt(FileBytes file, long start) {
        return file.has(start, CONTAINER);
    }

    static boolean hasFilm(FileBytes file, long start) {
        boolean sound = false;
        long at = start + START;
        for (int i = 0; i < MOST_OBJECTS && at + OBJECT < file.size(); i++) {
            long length = file.littleEndian(at + 16, 8);
            boolean stream = file.has(at, STREAM);
            boolean extended = file.has(at, EXTENDED_STREAM) && length >= OBJECT
                    && file.text(at, (int) Math.min(length, MOST_OF_A_STREAM)).contains(FILM);
            if (extended || (stream && file.has(at + OBJECT, FILM))) {
                return true;
            }
            sound |= stream;
            if (length < OBJECT || length > file.size() || file.has(at, DATA)) {
                break;
            }
            at += file.has(at, EXTENSION) ? EXTENSION_START : length;
        }
        // where the chain of objects is broken
        return !sound && file.text(start, NEAR).contains(FILM);
    }

    /**
     * {@return the length of the sound, without the time in which a player fills its buffer first, and not longer than
     * it takes to send; 0 if it is not told}
     */
    static long millis(FileBytes file) {
        long at = Mp3Frames.afterTags(file) + START;
        while (at + OBJECT < file.size()) {
            long length = file.littleEndian(at + 16, 8);
            if (file.has(at, PROPERTIES)) {
                return at + PROPERTIES_BYTES > file.size() ? 0 : told(file, at);
            }
            if (length < OBJECT || length > file.size()) {
                return 0;
            }
            at += length;
        }
        return 0;
    }

    private static long told(FileBytes file, long at) {
        long length = file.littleEndian(at + 64, 8);
        long buffer = file.littleEndian(at + 80, 8);
        boolean broadcast = (file.at(at + 88) & 1) != 0;
        if (broadcast || length < 0 || buffer < 0) {
            return 0;
        }
        long sent = file.littleEndian(at + 72, 8) / 10_000;
        long played = Math.max(0, length / 10_000 - buffer);
        return sent > 0 ? Math.min(sent, played) : played;
    }
}
