package io.github.camelwechat.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder that the bundle polls, and its folders {@code .done} and {@code .failed}. */
record Inbox(Path folder) {

    private static final Path MEDIA = Path.of("examples/quickstart/src/main/resources/media");

    static Inbox create(Path folder) throws IOException {
        return new Inbox(Files.createDirectories(folder));
    }

    /** Puts a sample into it, by another name. */
    void add(String sample, String name) throws IOException {
        Path media = Files.exists(MEDIA) ? MEDIA : Path.of("../..").resolve(MEDIA);
        Path part = folder.resolve("." + name + ".part");
        Files.copy(media.resolve(sample), part);
        Files.move(part, folder.resolve(name));
    }

    List<String> waiting() throws IOException {
        return files(folder);
    }

    List<String> done() throws IOException {
        return files(folder.resolve(".done"));
    }

    List<String> failed() throws IOException {
        return files(folder.resolve(".failed"));
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString())
                    // Camel's marker of a file that is being uploaded
                    .filter(name -> !name.startsWith(".") && !name.endsWith(".camelLock")).sorted().toList();
        }
    }
}
