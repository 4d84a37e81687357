package io.github.camelwechat.quarkus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulator;
import org.awaitility.Awaitility;

/**
 * Runs the packaged application beside a simulator: fills its folder, shows its health and where each file went, and
 * ends it. It is no part of the application.
 */
final class QuarkusExample {

    private static final String SECRET = "only-known-to-the-demonstration";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SAMPLES = Path.of("examples/quickstart/src/main/resources/media");
    private static final List<String> STORED = List.of("camel.png", "骆驼.jpg");
    private static final List<String> REFUSED = List.of("really-webp.jpg");

    private final PrintStream out;

    QuarkusExample(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] words) throws Exception {
        System.exit(new QuarkusExample(System.out).run());
    }

    /** {@return 0 if each file is where it should be, and the library holds what it should hold} */
    int run() throws Exception {
        Path folder = Files.createTempDirectory("quarkus-example");
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", SECRET).start()) {
            Path inbox = Files.createDirectory(folder.resolve("inbox"));
            Files.copy(SAMPLES.resolve("camel.png"), inbox.resolve("camel.png"));
            Files.copy(SAMPLES.resolve("luotuo.jpg"), inbox.resolve("骆驼.jpg"));
            Files.copy(SAMPLES.resolve("really-webp.jpg"), inbox.resolve("really-webp.jpg"));
            try (Application application = Application.start(folder,
                    Map.of("WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", SECRET, "WECHAT_API_URL", wechat.url()))) {
                application.awaitReady();
                out.println(application.get("ready").body());
                Awaitility.await().atMost(PATIENCE)
                        .until(() -> files(inbox.resolve(".done")).size() + files(inbox.resolve(".failed")).size() == 3);
            }
            out.printf(".done: %s, .failed: %s%n", files(inbox.resolve(".done")), files(inbox.resolve(".failed")));
            int stored = wechat.library("wxdemo").materials().size();
            out.printf("%d pictures are in the library%n", stored);
            boolean allIsWell = stored == STORED.size() && files(inbox.resolve(".done")).equals(STORED)
                    && files(inbox.resolve(".failed")).equals(REFUSED);
            if (!allIsWell) {
                out.println(Files.readString(folder.resolve("log")));
            }
            return allIsWell ? 0 : 1;
        } finally {
            delete(folder);
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
