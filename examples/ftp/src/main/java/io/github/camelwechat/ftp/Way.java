package io.github.camelwechat.ftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way from a server into the library.
 *
 * @param name of the way
 * @param from the folder on the server
 * @param to   the folder that has the subfolders {@code .done} and {@code .failed}
 */
record Way(String name, Path from, Path to) {

    boolean hasEnded() throws IOException {
        return files(from).isEmpty() && files(to).isEmpty() && done().size() + failed().size() == 3;
    }

    List<String> done() throws IOException {
        return files(to.resolve(".done"));
    }

    List<String> failed() throws IOException {
        return files(to.resolve(".failed"));
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
