package io.github.camelwechat.quickstart;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The media that come with the program, and the two files that only look like media. */
class SampleMedia {

    private static final String ROOT = "/media/";

    void copyInto(Path folder) throws IOException {
        for (String line : index()) {
            String[] names = line.split(" ", 2);
            Path file = folder.resolve(names[names.length - 1]);
            Files.createDirectories(file.getParent());
            try (InputStream in = open(names[0])) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<String> index() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open("index.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = SampleMedia.class.getResourceAsStream(ROOT + name);
        if (in == null) {
            throw new FileNotFoundException(ROOT + name);
        }
        return in;
    }
}
