package io.github.camelwechat.ftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** The folder that a server serves, as its owner sees it. */
record Inbox(Path path) {

    private static final Duration SOON = Duration.ofSeconds(30);

    Inbox {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whole at once, as the folder may be polled. */
    void put(String name, byte[] bytes) throws IOException {
        Path part = Files.write(path.resolve("." + name), bytes);
        Files.move(part, path.resolve(name));
    }

    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name));
    }

    void await(String name) {
        Awaitility.await(name).atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> has(name));
    }

    /** What lies in it itself. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
