package io.github.camelwechat.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project, by their paths from its top folder. */
public final class Repository {

    public static final Path TOP = top();

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules");

    private Repository() {
    }

    /** Tests run in a folder of their own, somewhere below. */
    private static Path top() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".ci/run"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** All files below a folder whose names end so, but for what is built and what is fetched. */
    public static List<Path> files(String folder, String... ends) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(TOP.resolve(folder), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(visited.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (Stream.of(ends).anyMatch(file.toString()::endsWith)) {
                        files.add(TOP.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    public static String read(Path file) {
        try {
            return Files.readString(TOP.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(String file) {
        return read(Path.of(file));
    }
}
