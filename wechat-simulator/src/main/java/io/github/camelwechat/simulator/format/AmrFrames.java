package io.github.camelwechat.simulator.format;

/** AMR has no length in its header: each frame is 20 ms, and its first byte tells its size. */
final class AmrFrames {

    private static final long FRAME_NANOS = 20_000_000;
    private static final int HEADER = "#!AMR\n".length();
    /** With the first byte; 0 for kinds that are in no file, where the sound ends. */
    private static final int[] SIZES = { 13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1 };

    private AmrFrames() {
    }

    static long nanos(FileBytes file) {
        long frames = 0;
        long at = Mp3Frames.afterTags(file) + HEADER;
        while (at < file.size()) {
            int size = SIZES[file.at(at) >> 3 & 15];
            if (size == 0 || at + size > file.size()) {
                break;
            }
            at += size;
            frames++;
        }
        return frames * FRAME_NANOS;
    }
}
