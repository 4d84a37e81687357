package io.github.camelwechat.simulator.library;

/** What became of a wish to delete. */
public enum Deletion {
    DONE,
    UNKNOWN,
    IN_USE
}
