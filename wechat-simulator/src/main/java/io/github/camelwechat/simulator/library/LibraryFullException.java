package io.github.camelwechat.simulator.library;

/** There is no room for another material of that type. Internal: not API. */
public final class LibraryFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LibraryFullException(MaterialType type, int cap) {
        super("The library is full: it holds " + cap + " of what is listed as " + type.listedAs().wireName());
    }
}
