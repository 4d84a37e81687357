package io.github.camelwechat.karaf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulator;
import org.awaitility.Awaitility;

/**
 * Puts the bundle into an empty Karaf beside a simulator, configures it, changes its configuration, takes the bundle
 * out again, and restarts Karaf. It is no part of the bundle.
 */
final class KarafExample {

    private static final String SECRET = "only-known-to-the-demonstration";

    private final PrintStream out;
    private final Karaf karaf;
    private final Inbox inbox;
    private final Map<String, String> settings;

    private KarafExample(PrintStream out, Karaf karaf, Inbox inbox, String apiUrl) {
        this.out = out;
        this.karaf = karaf;
        this.inbox = inbox;
        this.settings = Map.of("folder", inbox.folder().toString(), "appId", "wxbakery", "secret",
                "{{env:WECHAT_APP_SECRET}}", "apiUrl", apiUrl, "pollDelay", "1s");
    }

    public static void main(String[] words) throws Exception {
        Path folder = Files.createTempDirectory("karaf-example");
        int exitCode = 1;
        try (WechatSimulator wechat
                = WechatSimulator.builder().app("wxbakery", SECRET).app("wxteahouse", SECRET).start();
             Karaf karaf = Karaf.create(folder.resolve("karaf"), Map.of("WECHAT_APP_SECRET", SECRET))) {
            Inbox inbox = Inbox.create(folder.resolve("inbox"));
            new KarafExample(System.out, karaf, inbox, wechat.url()).run();
            List<Integer> stored = Stream.of("wxbakery", "wxteahouse")
                    .map(appId -> wechat.library(appId).materials().size()).toList();
            System.out.printf(".done: %s, .failed: %s%n", inbox.done(), inbox.failed());
            exitCode = stored.equals(List.of(2, 2)) && inbox.done().size() == 4
                    && inbox.failed().equals(List.of("really-webp.jpg")) ? 0 : 1;
        } finally {
            delete(folder);
        }
        System.exit(exitCode);
    }

    private void run() throws Exception {
        karaf.start();
        out.println("1. An empty Karaf has started.");

        int from = karaf.log().length();
        inbox.add("camel.png", "camel.png");
        inbox.add("luotuo.jpg", "骆驼.jpg");
        inbox.add("really-webp.jpg", "really-webp.jpg");
        karaf.configure(settings);
        karaf.deploy();
        await(() -> inbox.done().size() == 2 && inbox.failed().size() == 1);
        print("2. karaf.jar is in deploy, and wechat.upload.cfg in etc:", from);

        from = karaf.log().length();
        karaf.configure(with("secrett", "{{env:WECHAT_APP_SECRET}}"));
        karaf.awaitLog(from, "secrett");
        print("3. A misspelt property changes nothing:", from);

        from = karaf.log().length();
        karaf.configure(with("appId", "wxteahouse"));
        karaf.awaitLog(from, "have started");
        inbox.add("walk.gif", "walk.gif");
        await(() -> inbox.done().size() == 3);
        print("4. Another account, at run time:", from);

        Set<String> during = karaf.threadsOfUploads();
        from = karaf.log().length();
        karaf.undeploy();
        karaf.awaitLog(from, "have ended");
        await(() -> karaf.threadsOfUploads().isEmpty());
        print("5. karaf.jar is no longer in deploy:", from);
        out.println("   Threads: " + during + " before, none of them now");

        from = karaf.log().length();
        karaf.deploy();
        karaf.awaitLog(from, "have started");
        karaf.stop();
        inbox.add("camel.bmp", "camel.bmp");
        karaf.start();
        await(() -> inbox.done().size() == 4);
        print("6. It is there again, and Karaf has been stopped and started:", from);
        karaf.stop();
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }

    private void print(String step, int from) throws IOException {
        out.println(step);
        karaf.entries(from).forEach(out::println);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Karaf.PATIENCE).until(condition);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
