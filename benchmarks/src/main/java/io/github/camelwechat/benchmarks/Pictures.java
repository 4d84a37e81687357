package io.github.camelwechat.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.feeds.Picture;

/** A folder of pictures, every one different. */
public final class Pictures implements AutoCloseable {

    private final Path folder;
    private final List<String> sha256 = new ArrayList<>();

    public Pictures(int number, int size) throws IOException, NoSuchAlgorithmException {
        folder = Files.createTempDirectory("benchmark");
        for (Picture picture : Picture.make(number, size)) {
            Files.write(folder.resolve(picture.name()), picture.bytes());
            sha256.add(picture.sha256());
        }
    }

    public Path folder() {
        return folder;
    }

    List<String> sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
