package io.github.camelwechat.springboot;

import java.io.IOException;
import java.io.PrintStream;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulator;
import org.awaitility.Awaitility;

/**
 * Runs the executable jar beside a simulator: fills its folder, sends it files, shows its answers and where each file
 * went, and ends it. It is no part of the application.
 */
final class SpringBootExample {

    private static final String SECRET = "only-known-to-the-demonstration";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path JAR = Path.of("examples/spring-boot/target/spring-boot.jar");
    private static final Path SAMPLES = Path.of("examples/quickstart/src/main/resources/media");

    private final HttpClient http = HttpClient.newHttpClient();
    private final PrintStream out;
    private final int port = freePort();
    private final int managementPort = freePort();

    SpringBootExample(PrintStream out) throws IOException {
        this.out = out;
    }

    public static void main(String[] words) throws Exception {
        System.exit(new SpringBootExample(System.out).run());
    }

    /** {@return 0 if each file is where it should be, and the library holds what it should hold} */
    int run() throws Exception {
        Path folder = Files.createTempDirectory("spring-boot-example");
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path log = folder.resolve("log");
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", SECRET).start()) {
            Files.copy(SAMPLES.resolve("luotuo.jpg"), inbox.resolve("骆驼.jpg"));
            Files.copy(SAMPLES.resolve("really-webp.jpg"), inbox.resolve("really-webp.jpg"));
            Process application = start(folder, log, wechat.url());
            boolean allIsWell;
            try {
                Awaitility.await().atMost(PATIENCE).until(() -> !application.isAlive() || isReady());
                out.printf("POST /materials%n");
                boolean isStored = tell(201, post("camel.png"));
                boolean isRefused = tell(422, post("really-webp.jpg"));
                allIsWell = isStored && isRefused;
                Awaitility.await().atMost(PATIENCE)
                        .until(() -> files(inbox.resolve(".done")).size() + files(inbox.resolve(".failed")).size() == 2);
            } finally {
                application.destroy();
                application.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            List<String> done = files(inbox.resolve(".done"));
            List<String> failed = files(inbox.resolve(".failed"));
            int stored = wechat.library("wxdemo").materials().size();
            out.printf(".done: %s, .failed: %s%n%d pictures are in the library%n", done, failed, stored);
            allIsWell &= done.equals(List.of("骆驼.jpg")) && failed.equals(List.of("really-webp.jpg")) && stored == 2;
            if (!allIsWell) {
                out.println(Files.readString(log));
            }
            return allIsWell ? 0 : 1;
        } finally {
            delete(folder);
        }
    }

    private Process start(Path folder, Path log, String url) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toAbsolutePath().toString())
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", SECRET, "WECHAT_API_URL", url,
                "SERVER_PORT", String.valueOf(port), "MANAGEMENT_SERVER_PORT", String.valueOf(managementPort),
                // Chinese file names, whatever the locale
                "LC_ALL", "C.UTF-8"));
        return builder.start();
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness")))
                    .statusCode()
                   == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> post(String sample) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/materials?fileName=" + sample))
                .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofFile(SAMPLES.resolve(sample))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private boolean tell(int expected, HttpResponse<String> answer) {
        out.printf("  %d %s%n", answer.statusCode(), answer.body().strip());
        return answer.statusCode() == expected;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
