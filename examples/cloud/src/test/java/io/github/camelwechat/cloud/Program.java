package io.github.camelwechat.cloud;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** A program of the example as a process, with all that it prints. */
final class Program implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final Path output;
    private final Process process;

    /**
     * Starts it.
     *
     * @param folder   it works there
     * @param main     its class
     * @param settings its environment
     */
    Program(Path folder, Class<?> main, Map<String, String> settings) throws IOException {
        output = Files.createTempFile(folder, "output", null);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // JaCoCo counts lines in that process too
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:")).toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** Waits until it has printed a text. */
    void awaitText(String text) {
        Awaitility.await(text).atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> text().contains(text) || !process.isAlive());
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It still runs after " + PATIENCE_SECONDS + " s: " + text());
        }
        return process.exitValue();
    }

    String text() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
