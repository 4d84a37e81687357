package io.github.camelwechat.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A Java of its own with this class path, spoken to line by line. */
public final class Java implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final OutputStream input;

    public Java(List<String> options, Class<?> program, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(options);
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        output = process.inputReader(StandardCharsets.UTF_8);
        input = process.getOutputStream();
    }

    public String read() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("It ended; what stands above says why");
        }
        return line;
    }

    public String ask(String line) throws IOException {
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
        return read();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
