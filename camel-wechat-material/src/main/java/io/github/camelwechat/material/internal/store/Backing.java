package io.github.camelwechat.material.internal.store;

import java.io.IOException;
import java.util.Map;

/** The place where entries outlive the process. Called by one thread at a time. */
interface Backing {

    /** Of a store in memory: nothing outlives the process. */
    Backing NONE = new Backing() {

        @Override
        public Map<String, String> values() {
            return Map.of();
        }

        @Override
        public void write(String key, String value) {
            // in memory already
        }

        @Override
        public void delete(String key) {
            // from memory already
        }

        @Override
        public void close() {
            // holds nothing
        }

        @Override
        public String toString() {
            return "memory";
        }
    };

    /** Reads all values, by their keys. */
    Map<String, String> values() throws IOException;

    /** Writes a value for good, or leaves the one that is there. */
    void write(String key, String value) throws IOException;

    /** Deletes a value for good, or leaves it. */
    void delete(String key) throws IOException;

    void close();
}
