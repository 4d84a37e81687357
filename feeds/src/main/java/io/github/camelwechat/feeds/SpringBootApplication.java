package io.github.camelwechat.feeds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The application of {@code examples/spring-boot} with clients that send files, each of them once. */
final class SpringBootApplication implements AutoCloseable {

    static final List<String> COMMAND = List.of("-jar", "examples/spring-boot/target/spring-boot.jar");
    /** A reply's status where the connection was refused, or has ended without an answer. */
    static final int NO_ANSWER = 0;

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Folder folder = new Folder("spring-boot-application");
    private final int port = freePort();
    private final int managementPort = freePort();

    SpringBootApplication() throws IOException {
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Starts it, and waits until it is ready. */
    Program start(Map<String, String> account) throws IOException {
        Map<String, String> settings = new HashMap<>(account);
        settings.putAll(Map.of("UPLOAD_FOLDER", folder.resolve("inbox").toString(), "SERVER_PORT", String.valueOf(port),
                "MANAGEMENT_SERVER_PORT", String.valueOf(managementPort)));
        Program program = Program.java(folder.resolve("log"), settings, COMMAND);
        URI readiness = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
        program.awaitWhileItRuns(PATIENCE, () -> status(HttpRequest.newBuilder(readiness).build()).join() == OK);
        return program;
    }

    /** Sends a picture, and returns the status of the reply. */
    CompletableFuture<Integer> send(Picture picture) {
        return status(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/materials?fileName=" + picture.name()))
                .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(picture.bytes())).build());
    }

    private CompletableFuture<Integer> status(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString())
                .handle((answer, failure) -> failure == null ? answer.statusCode() : NO_ANSWER);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
