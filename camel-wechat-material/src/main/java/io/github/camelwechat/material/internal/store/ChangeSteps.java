package io.github.camelwechat.material.internal.store;

/** Listener for the steps of a change, on the thread that makes it: a place for tests to end the process. */
@FunctionalInterface
interface ChangeSteps {

    ChangeSteps UNHEARD = (step, key) -> {
    };

    /** In their order. A removal has the first and the last two. */
    enum Step {
        /** Nothing has been done. */
        BEGUN,
        /** Half of a temporary file is written. */
        HALF_WRITTEN,
        /** The temporary file is written, and may be in memory only. */
        WRITTEN,
        /** It is on the disk. */
        FORCED,
        /** It has taken the place of the entry's file; of a removal: the file is gone. */
        RENAMED,
        /** So it is on the disk. Nobody has been told. */
        DONE
    }

    void reached(Step step, String key);
}
