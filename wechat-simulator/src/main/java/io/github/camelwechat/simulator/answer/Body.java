package io.github.camelwechat.simulator.answer;

import java.io.IOException;
import java.io.InputStream;

/** The body of an answer. */
public sealed interface Body {

    long size();

    /** Bytes that are there. */
    record InMemory(byte[] bytes) implements Body {

        @Override
        public long size() {
            return bytes.length;
        }
    }

    /** Bytes that are read when they are sent. */
    record Stored(long size, Source source) implements Body {
    }

    /** Opens the bytes. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }
}
