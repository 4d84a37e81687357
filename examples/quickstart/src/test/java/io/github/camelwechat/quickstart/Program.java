package io.github.camelwechat.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The program in a process of its own, as a user starts it, all that it prints included. */
final class Program implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    Program(Path workingFolder, Map<String, String> settings, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // what watches this Java, to count the lines that tests run, is to watch that one too
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:")).toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Quickstart.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("WECHAT_"));
        builder.environment().putAll(settings);
        process = builder.start();
        output = process.inputReader();
    }

    /** Reads on until a line ends so. */
    void awaitLine(String end) throws IOException {
        String line;
        do {
            line = output.readLine();
            assertThat(line).as("a line that ends with '%s' after %s", end, lines).isNotNull();
            lines.add(line);
        } while (!line.endsWith(end));
    }

    /** As Ctrl-C does. */
    void interrupt() {
        // the process's own method closes the output before it is read
        process.toHandle().destroy();
    }

    /** Waits for the end. */
    int exitCode() throws Exception {
        lines.addAll(output.lines().toList());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    List<String> lines() {
        return lines;
    }

    String text() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
