package io.github.camelwechat.simulator.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of a material are. */
sealed interface Content {

    InputStream open() throws IOException;

    void delete() throws IOException;

    record InMemory(byte[] bytes) implements Content {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void delete() {
            // goes with its material
        }
    }

    record InFile(Path path) implements Content {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public void delete() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
