package io.github.camelwechat.benchmarks.soak;

import java.util.Locale;

/** A fault on the component's own side of an exchange. */
enum ClientFault {

    /** the file loses its second half while the exchange is in flight */
    FILE_SHORTENED,
    /** bytes are added to the file while the exchange is in flight */
    FILE_GROWN,
    /** another file takes the file's place while the exchange is in flight */
    FILE_SWAPPED,
    /** the file is deleted while the exchange is in flight */
    FILE_DELETED,
    /** the stream fails amid its bytes */
    STREAM_FAILS,
    /** the time limit of the exchange ends at about the time when its last byte is sent */
    TIMED_OUT,
    /** the caller, which waits for a slot, is interrupted */
    CALLER_INTERRUPTED,
    /** the context is stopped by force while the exchange is in flight */
    STOPPED;

    boolean hasFile() {
        return switch (this) {
            case FILE_SHORTENED, FILE_GROWN, FILE_SWAPPED, FILE_DELETED -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "client: " + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
