package io.github.camelwechat.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The folders of the merchants, with samples to put into them. */
final class Inbox {

    /** Names of the files, and where they come from. */
    private static final Map<String, String> SAMPLES = Map.of(
            "camel.bmp", "camel.bmp", "camel.png", "camel.png", "骆驼.jpg", "luotuo.jpg", "tune.amr", "tune.amr",
            "tune.mp3", "tune.mp3", "walk.gif", "walk.gif");

    private final Path folder;

    Inbox(Path folder) {
        this.folder = folder;
    }

    /** Puts a sample into the folder of each merchant, whole files only. */
    void put(String sample, List<String> merchants) throws IOException {
        for (String merchant : merchants) {
            Path inbox = Files.createDirectories(folder.resolve(merchant));
            Path part = inbox.resolve("." + sample);
            try (InputStream in = getClass().getResourceAsStream("/media/" + SAMPLES.get(sample))) {
                Files.copy(Objects.requireNonNull(in), part);
            }
            Files.move(part, inbox.resolve(sample));
        }
    }
}
