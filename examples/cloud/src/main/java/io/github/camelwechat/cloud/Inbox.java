package io.github.camelwechat.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The folder that is uploaded, with samples to put into it. */
final class Inbox {

    /** Names of the files, and where they come from. */
    private static final Map<String, String> SAMPLES = Map.of(
            "camel.bmp", "camel.bmp", "camel.png", "camel.png", "骆驼.jpg", "luotuo.jpg", "tune.amr", "tune.amr",
            "tune.mp3", "tune.mp3", "tune.wav", "tune.wav", "tune.wma", "tune.wma", "walk.gif", "walk.gif");

    private final Path folder;

    Inbox(Path folder) {
        this.folder = folder;
    }

    /** Puts a sample into the folder, whole files only. */
    void put(String sample) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("." + sample);
        try (InputStream in = getClass().getResourceAsStream("/media/" + SAMPLES.get(sample))) {
            Files.copy(Objects.requireNonNull(in), part);
        }
        Files.move(part, folder.resolve(sample));
    }

    /** {@return the names of the files that could not be uploaded} */
    List<String> failed() throws IOException {
        Path failed = folder.resolve(".failed");
        if (!Files.isDirectory(failed)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(failed)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
