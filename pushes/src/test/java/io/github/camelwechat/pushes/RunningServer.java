package io.github.camelwechat.pushes;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** A {@link PushServer} in a process of its own, with 64 MB of heap. */
final class RunningServer implements AutoCloseable {

    static final int HEAP_MB = 64;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String READY = "Pushes: ";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path store;
    private final Path output;
    private final Process process;

    RunningServer(HttpConsumer consumer, Path folder) throws IOException {
        this.store = folder.resolve(consumer + "-store");
        this.output = folder.resolve(consumer + ".log");
        this.process = new ProcessBuilder(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + HEAP_MB + "m",
                        "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        PushServer.class.getName(), consumer.name(), String.valueOf(freePort()), store.toString()))
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private URI address() {
        Awaitility.await("the server of " + output).atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || lines().anyMatch(line -> line.startsWith(READY)));
        return lines().filter(line -> line.startsWith(READY)).map(line -> URI.create(line.substring(READY.length())))
                .findFirst().orElseThrow(() -> new IllegalStateException("It has ended: " + log()));
    }

    private Stream<String> lines() {
        return log().lines();
    }

    /** {@return all that it has printed} */
    String log() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@return what the platform has stored, by the names of its files} */
    Map<String, String> stored() throws IOException {
        Map<String, String> stored = new TreeMap<>();
        try (Stream<Path> files = Files.list(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                stored.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return stored;
    }

    /** Does something while the folder of the store is elsewhere. */
    <T> T whileNothingCanBeStored(Callable<T> task) throws Exception {
        Path elsewhere = store.resolveSibling(store.getFileName() + "-elsewhere");
        Files.move(store, elsewhere);
        try {
            return task.call();
        } finally {
            Files.move(elsewhere, store);
        }
    }

    HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(address() + (query.isEmpty() ? "" : "?" + query)))
                .timeout(Duration.ofSeconds(60)).header("User-Agent", "Mozilla/4.0").header("X-Planted", "planted-header");
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> post(Push push) throws IOException, InterruptedException {
        return post(push.query(), push.body());
    }

    HttpResponse<String> post(String query, String body) throws IOException, InterruptedException {
        return send(request(query).header("Content-Type", "text/xml").POST(BodyPublishers.ofString(body)).build());
    }

    /** {@return the status; 0 where the server closes the connection meanwhile} */
    int post(String query, InputStream body, long length) throws InterruptedException {
        HttpRequest.BodyPublisher stream = BodyPublishers.ofInputStream(() -> body);
        try {
            return send(request(query).header("Content-Type", "text/xml")
                    .POST(length < 0 ? stream : BodyPublishers.fromPublisher(stream, length)).build()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
