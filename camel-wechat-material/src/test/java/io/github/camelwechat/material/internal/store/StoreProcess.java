package io.github.camelwechat.material.internal.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.WechatMaterialException;

import static org.assertj.core.api.Assertions.assertThat;

/** Another process with a store. */
final class StoreProcess implements AutoCloseable {

    private static final String SECRET_AT_FIRST = "refresh-token-1";
    private static final String SECRET_LATER = "refresh-token-2";
    static final String KEY = "merchant/wxa";

    private final Process process;
    private final BufferedReader output;

    private StoreProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        output = process.inputReader();
    }

    private static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                        "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off", main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts one that opens a store until it is closed, or says why it cannot. */
    static StoreProcess holding(String location) throws IOException {
        return new StoreProcess(java(StoreProcess.class, "hold", location));
    }

    /** Starts one that makes a change, and waits where it has reached a step. */
    static StoreProcess changing(String location, String change, ChangeSteps.Step step) throws IOException {
        return new StoreProcess(java(StoreProcess.class, change, location, step.name()));
    }

    /** Starts one that has room for 1 KB in a file, and writes more. */
    static StoreProcess withoutRoom(String location) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 1; exec \"$@\"", "bash"));
        command.addAll(java(StoreProcess.class, "fill", location));
        return new StoreProcess(command);
    }

    static StoreProcess writing(String location) throws IOException {
        return new StoreProcess(java(StoreWriter.class, location));
    }

    String readLine() throws IOException {
        return output.readLine();
    }

    /** Returns all lines that are left, once it has ended. */
    List<String> readLines() {
        return output.lines().toList();
    }

    /** Kills it. What it has printed can still be read: the process itself would close that. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Its standard input ends: it closes its store and ends too. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        } finally {
            process.destroyForcibly();
        }
    }

    // arguments: what to do, the location, the step
    public static void main(String[] args) throws IOException {
        ChangeSteps steps = args.length < 3 ? ChangeSteps.UNHEARD : (step, key) -> waitAt(step, args[2]);
        try (Store store = Stores.open(args[1], steps)) {
            StoreEntry entry = store.get(KEY);
            switch (args[0]) {
                case "create" -> store.create(KEY, SECRET_AT_FIRST);
                case "replace" -> store.replace(Objects.requireNonNull(entry), SECRET_LATER);
                case "remove" -> store.remove(Objects.requireNonNull(entry));
                case "fill" -> fill(store);
                default -> {
                    System.out.println("open");
                    while (System.in.read() >= 0) {
                        // until the test is done with this process
                    }
                }
            }
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void waitAt(ChangeSteps.Step step, String name) {
        if (step.name().equals(name)) {
            System.out.println("reached");
            while (true) {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    // to be killed, not interrupted
                }
            }
        }
    }

    private static void fill(Store store) {
        StoreEntry first = Objects.requireNonNull(store.create(KEY, SECRET_AT_FIRST));
        try {
            store.replace(first, SECRET_LATER.repeat(1000));
        } catch (WechatMaterialException e) {
            System.out.println(e);
        }
        System.out.println(first.equals(store.get(KEY)) ? "unchanged" : "changed");
    }
}
