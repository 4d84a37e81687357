package io.github.camelwechat.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.awaitility.Awaitility;

/** A Java program in a process of its own, which prints into a file. */
public final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path output;
    private final Process process;

    private Program(Path output, Process process) {
        this.output = output;
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param output   the file that it prints into, behind what is there
     * @param settings environment variables
     * @param words    what stands behind {@code java} in the command
     */
    public static Program java(Path output, Map<String, String> settings, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(settings);
        return new Program(output, builder.start());
    }

    /**
     * Waits until a line begins so.
     *
     * @param  start                 of the line
     * @return                       the rest of the line
     * @throws IllegalStateException if the program ends, or takes more than a minute
     */
    public String await(String start) {
        Awaitility.await("a line that begins with '" + start + "' in " + output).atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20)).until(() -> line(start).isPresent() || !process.isAlive());
        return line(start).orElseThrow(() -> new IllegalStateException("It has ended: " + text()));
    }

    /**
     * Waits until something is so, of which its end may be the last part.
     *
     * @throws IllegalStateException if the program ends, and it is not so
     */
    public void awaitWhileItRuns(Duration patience, Callable<Boolean> condition) {
        Awaitility.await().atMost(patience).pollInterval(Duration.ofMillis(10)).until(() -> {
            boolean met = condition.call();
            if (!met && !process.isAlive() && !condition.call()) {
                throw new IllegalStateException("It has ended: " + text());
            }
            return met;
        });
    }

    private Optional<String> line(String start) {
        return text().lines().filter(line -> line.startsWith(start)).map(line -> line.substring(start.length())).findFirst();
    }

    /** {@return all that it has printed} */
    public String text() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Ends it as {@code kill -9} does, with no chance to tidy up. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /**
     * Ends it by SIGTERM.
     *
     * @return                       its exit code
     * @throws IllegalStateException if it goes on for more than a minute
     */
    public int terminate() {
        process.destroy();
        try {
            return process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).exitValue();
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("It goes on: " + text(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end, and kills it if it takes more than 20 s. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        kill();
    }
}
