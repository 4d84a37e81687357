package io.github.camelwechat.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A temporary folder, which goes with all that is in it. */
public final class Folder implements AutoCloseable {

    private final Path path;

    /**
     * Makes one.
     *
     * @param name with which its name begins
     */
    public Folder(String name) throws IOException {
        path = Files.createTempDirectory(name);
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * Writes pictures into a folder below.
     *
     * @param  below    its name; it is made if it is not there
     * @param  pictures by their names
     * @return          the folder
     */
    public Path fill(String below, List<Picture> pictures) throws IOException {
        Path folder = Files.createDirectories(path.resolve(below));
        for (Picture picture : pictures) {
            Files.write(folder.resolve(picture.name()), picture.bytes());
        }
        return folder;
    }

    /** {@return how many pictures lie in a folder below, none if there is no such folder} */
    int count(String below) throws IOException {
        return names(below).size();
    }

    /** {@return the names of the pictures in a folder below, none if there is no such folder} */
    Set<String> names(String below) throws IOException {
        Path folder = path.resolve(below);
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".png"))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
