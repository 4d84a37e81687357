package io.github.camelwechat.simulator.library;

/** What became of a wish to delete. Internal: not API. */
public enum Deletion {
    /** It is gone. */
    DONE,
    /** There is no such material. */
    UNKNOWN,
    /** A menu or an auto-reply uses it, so that it stays. */
    IN_USE
}
