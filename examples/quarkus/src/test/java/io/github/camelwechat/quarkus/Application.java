package io.github.camelwechat.quarkus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** The packaged application in a process of its own. */
final class Application implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path JAR = Path.of("examples/quarkus/target/quarkus-app/quarkus-run.jar");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path log;
    private final int port;
    private final Process process;

    private Application(Path log, int port, Process process) {
        this.log = log;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param folder    in which it runs and has its log
     * @param variables of its environment
     */
    static Application start(Path folder, Map<String, String> variables) throws IOException {
        Path log = folder.resolve("log");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar().toString())
                .directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        // Chinese file names, whatever the locale
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(variables);
        return new Application(log, port, builder.start());
    }

    /** {@return it, seen from the project's root folder or from the module's} */
    private static Path jar() {
        return Files.exists(JAR) ? JAR.toAbsolutePath() : Path.of("../..").resolve(JAR).toAbsolutePath();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Waits until it is ready, or has ended. */
    Application awaitReady() {
        Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive() || status("ready") == 200);
        return this;
    }

    /** Waits until it has ended, and returns its log. */
    String awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It goes on: " + log());
        }
        return log();
    }

    /**
     * {@return the status of a group of checks: {@code live}, {@code ready} or {@code well}; 0 where nothing answers}
     */
    int status(String group) throws InterruptedException {
        try {
            return get(group).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** {@return the answer of a group of checks} */
    HttpResponse<String> get(String group) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/" + group)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** {@return all that it has printed} */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends it by SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
