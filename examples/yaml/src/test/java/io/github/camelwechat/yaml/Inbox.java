package io.github.camelwechat.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with two pictures, and one that is not what its name says. */
record Inbox(Path folder) {

    static final List<String> STORED = List.of("camel.png", "骆驼.jpg");
    static final List<String> REFUSED = List.of("really-webp.jpg");
    private static final Path SAMPLES = Path.of("examples/quickstart/src/main/resources/media");

    static Inbox fill(Path folder) throws IOException {
        Files.createDirectories(folder);
        // seen from the project's root folder or from the module's
        Path samples = Files.exists(SAMPLES) ? SAMPLES : Path.of("../..").resolve(SAMPLES);
        Files.copy(samples.resolve("camel.png"), folder.resolve("camel.png"));
        Files.copy(samples.resolve("luotuo.jpg"), folder.resolve("骆驼.jpg"));
        Files.copy(samples.resolve("really-webp.jpg"), folder.resolve("really-webp.jpg"));
        return new Inbox(folder);
    }

    /** {@return whether all files have been moved} */
    boolean isDone() throws IOException {
        return done().size() + failed().size() == STORED.size() + REFUSED.size();
    }

    /** {@return whether each file is where it should be} */
    boolean isRight() throws IOException {
        return done().equals(STORED) && failed().equals(REFUSED);
    }

    List<String> done() throws IOException {
        return files(".done");
    }

    List<String> failed() throws IOException {
        return files(".failed");
    }

    private List<String> files(String name) throws IOException {
        Path moved = folder.resolve(name);
        if (!Files.isDirectory(moved)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(moved)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
