package io.github.camelwechat.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files that earlier runs moved to {@code .failed}, which no poll finds.
 *
 * @param folder the folder that is uploaded
 */
record Leftovers(Path folder) {

    private static final Path FAILED = Path.of(".failed");

    /** Prints how many there are, if any, and what to do. */
    void print(PrintStream out) {
        long count = count();
        if (count > 0) {
            out.printf("%s of earlier runs %s in .failed: look into the library, then move back what is to be tried again.%n",
                    count == 1 ? "1 file" : count + " files", count == 1 ? "is" : "are");
        }
    }

    private long count() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                    file -> Files.isRegularFile(file) && FAILED.equals(Objects.requireNonNull(file.getParent()).getFileName())
                            && !isDescription(file))
                    .count();
        } catch (IOException e) {
            // it is only for a line of advice
            return 0;
        }
    }

    private static boolean isDescription(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }
}
