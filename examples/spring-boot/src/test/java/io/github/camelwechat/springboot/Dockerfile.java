package io.github.camelwechat.springboot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The instructions of a Dockerfile of one line each. */
final class Dockerfile {

    private final List<String> instructions;

    Dockerfile(Path file) {
        try {
            instructions = Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the names of the instructions, in their order} */
    List<String> names() {
        return instructions.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }

    /** {@return what stands behind the only instruction of a name} */
    String argument(String name) {
        List<String> found = instructions.stream().filter(line -> line.startsWith(name + " ")).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(name + " is there " + found.size() + " times");
        }
        return found.get(0).substring(name.length() + 1);
    }
}
