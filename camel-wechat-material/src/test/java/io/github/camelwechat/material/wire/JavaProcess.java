package io.github.camelwechat.material.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A Java of its own with the class path of the tests. What it logs from warnings up is among its output. */
final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    /** @param arguments of the JVM, the main class, its arguments */
    JavaProcess(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = process.inputReader();
    }

    /** The next line that it prints; null at its end. */
    String readLine() {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines that are left, once it has ended. */
    List<String> readLines() {
        return output.lines().toList();
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    void awaitSuccess() throws InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
