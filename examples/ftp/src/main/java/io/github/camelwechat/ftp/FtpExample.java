package io.github.camelwechat.ftp;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.ftp.server.FtpFolder;
import io.github.camelwechat.ftp.server.SftpFolder;
import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.main.Main;

/**
 * Shows the three ways: with real servers, a simulator of WeChat, and in each folder a file that is no picture for
 * WeChat.
 */
public final class FtpExample {

    private static final String PASSWORD = "only-known-to-the-demonstration";
    private static final Map<String, String> SAMPLES
            = Map.of("camel.png", "camel.png", "luotuo.jpg", "骆驼.jpg", "really-webp.jpg", "really-webp.jpg");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrintStream out;

    FtpExample(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] words) throws Exception {
        System.exit(new FtpExample(System.out).run());
    }

    /** {@return 0 if each file is where it should be, and the library holds what it should hold} */
    int run() throws Exception {
        Path folder = Files.createTempDirectory("ftp-example");
        try (FtpFolder ftp = new FtpFolder(folder.resolve("ftp"), 0, PASSWORD);
             SftpFolder sftp = new SftpFolder(folder.resolve("sftp"), 0, PASSWORD);
             WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", PASSWORD).start()) {
            // as far away as the real one
            wechat.faults().latency("/cgi-bin/material/add_material", Duration.ofMillis(200));
            Path fetched = folder.resolve("fetched");
            List<Way> ways = List.of(
                    new Way("ftp", ftp.files().resolve("pictures"), ftp.files().resolve("pictures")),
                    new Way("sftp", sftp.files().resolve("pictures"), sftp.files().resolve("pictures")),
                    new Way("two steps", ftp.files().resolve("many-pictures"), fetched));
            for (Way way : ways) {
                layIn(way.from());
            }
            Main main = application(Map.ofEntries(
                    Map.entry("ftp.server", ftp.address()),
                    Map.entry("ftp.user", FtpFolder.USER),
                    Map.entry("ftp.password", PASSWORD),
                    Map.entry("ftp.folder", "pictures"),
                    Map.entry("fetch.folder", "many-pictures"),
                    Map.entry("sftp.server", sftp.address()),
                    Map.entry("sftp.user", SftpFolder.USER),
                    Map.entry("sftp.password", PASSWORD),
                    Map.entry("sftp.folder", "pictures"),
                    Map.entry("sftp.knownHosts", sftp.knownHosts().toString()),
                    Map.entry("sftp.workFolder", folder.resolve("work").toString()),
                    Map.entry("upload.folder", fetched.toString()),
                    Map.entry("poll.delay", "200"),
                    Map.entry("camel.component.wechat-material.app-id", "wxdemo"),
                    Map.entry("camel.component.wechat-material.secret", PASSWORD),
                    Map.entry("camel.component.wechat-material.api-url", wechat.url())));
            main.start();
            awaitTheEnd(ways);
            main.stop();
            return report(ways, wechat.library("wxdemo").materials().size());
        } finally {
            delete(folder);
        }
    }

    private static Main application(Map<String, String> settings) {
        Main main = new Main();
        main.configure().addRoutesBuilder(FtpRoutes.class, SftpRoutes.class, TwoStageRoutes.class);
        settings.forEach(main::addOverrideProperty);
        return main;
    }

    private static void layIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
            try (InputStream in = FtpExample.class.getResourceAsStream("/media/" + sample.getKey())) {
                if (in == null) {
                    throw new FileNotFoundException(sample.getKey());
                }
                Files.copy(in, folder.resolve(sample.getValue()));
            }
        }
    }

    private static void awaitTheEnd(List<Way> ways) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            boolean ended = true;
            for (Way way : ways) {
                ended &= way.hasEnded();
            }
            if (ended) {
                return;
            }
            Thread.sleep(50);
        }
    }

    private int report(List<Way> ways, int stored) throws IOException {
        boolean allIsWell = stored == ways.size() * 2;
        for (Way way : ways) {
            out.printf("%-10s .done: %s, .failed: %s%n", way.name(), way.done(), way.failed());
            allIsWell &= way.done().equals(List.of("camel.png", "骆驼.jpg")) && way.failed().equals(List.of("really-webp.jpg"));
        }
        out.printf("%d pictures are in the library%n", stored);
        return allIsWell ? 0 : 1;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
