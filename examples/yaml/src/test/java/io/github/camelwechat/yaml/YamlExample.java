package io.github.camelwechat.yaml;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.yaml.Program.Engine;
import org.awaitility.Awaitility;

/**
 * Runs each file of routes beside a simulator, with a folder of its own, and shows where each picture went. It is no
 * part of the application.
 */
final class YamlExample {

    private static final String SECRET = "only-known-to-the-demonstration";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrintStream out;

    YamlExample(PrintStream out) {
        this.out = out;
    }

    private record Run(Engine engine, String routes) {
    }

    public static void main(String[] words) throws Exception {
        System.exit(new YamlExample(System.out).run());
    }

    /** {@return 0 if each file is where it should be, and the library holds what it should hold} */
    int run() throws Exception {
        boolean allIsWell = true;
        for (Run run : List.of(new Run(Engine.MAIN, "upload.yaml"), new Run(Engine.MAIN, "upload.xml"),
                new Run(Engine.MAIN, "kamelet.yaml"), new Run(Engine.MAIN, "pipe.yaml"),
                new Run(Engine.KAMELET_MAIN, "upload.yaml"), new Run(Engine.KAMELET_MAIN, "pipe.yaml"))) {
            Path folder = Files.createTempDirectory("yaml-example");
            try {
                allIsWell &= run(run, folder);
            } finally {
                delete(folder);
            }
        }
        return allIsWell ? 0 : 1;
    }

    private boolean run(Run run, Path folder) throws IOException {
        Inbox inbox = Inbox.fill(folder.resolve("inbox"));
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", SECRET).start()) {
            String log;
            try (Program program = Program.start(run.engine(), run.routes(), folder, wechat, SECRET)) {
                Awaitility.await().atMost(PATIENCE).until(() -> !program.isAlive() || inbox.isDone());
                log = program.log();
            }
            int stored = wechat.library("wxdemo").materials().size();
            out.printf("%-12s %-12s .done: %s, .failed: %s%n", run.engine(), run.routes(), inbox.done(), inbox.failed());
            boolean isRight = inbox.isRight() && stored == Inbox.STORED.size() && !log.contains(SECRET);
            if (!isRight) {
                out.println(log);
            }
            return isRight;
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
