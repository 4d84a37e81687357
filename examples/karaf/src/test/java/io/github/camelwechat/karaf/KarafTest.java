package io.github.camelwechat.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Gate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged bundle in an Apache Karaf as released: one for all tests, each of which begins with a Karaf that runs
 * and has the bundle, and has a folder and a library of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KarafTest {

    private static final String UPLOAD = "/cgi-bin/material/add_material";
    private static final String SECRET = "planted-secret";
    private static final String LOGGING = "etc/org.ops4j.pax.logging.cfg";
    private static final String SECRET_OF_FILE = "planted-in-the-file";
    private static final int FILES = 10;

    private final WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", SECRET).app("wxother", SECRET)
            .app("wxfile", SECRET_OF_FILE).start();

    private Path folder;
    private Karaf karaf;
    private Inbox inbox;

    /** Of a test that failed, the next one gets nothing. */
    @RegisterExtension
    private final AfterTestExecutionCallback failures = test -> {
        if (test.getExecutionException().isPresent()) {
            end();
        }
    };

    @BeforeAll
    void create(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void prepare() throws Exception {
        inbox = Inbox.create(Files.createTempDirectory(folder, "收件箱"));
        if (karaf == null) {
            karaf = Karaf.create(Files.createTempDirectory(folder, "karaf").resolve("home"),
                    Map.of("WECHAT_APP_SECRET", SECRET));
        }
        if (!karaf.isRunning()) {
            karaf.start();
        }
        if (!karaf.isDeployed()) {
            karaf.deploy();
        }
    }

    @AfterEach
    void reset() {
        wechat.reset();
    }

    @AfterAll
    void end() throws Exception {
        if (karaf != null) {
            // to be read after a failure
            Files.writeString(Path.of("target/karaf.log"), karaf.log());
            karaf.close();
            karaf = null;
        }
    }

    @AfterAll
    void closeSimulator() {
        wechat.close();
    }

    private Map<String, String> settings() {
        return new HashMap<>(
                Map.of("folder", inbox.folder().toString(), "appId", "wxdemo", "secret",
                        "{{env:WECHAT_APP_SECRET}}", "apiUrl", wechat.url(), "pollDelay", "100ms"));
    }

    private void configure(String... namesAndValues) throws IOException {
        Map<String, String> settings = settings();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        karaf.configure(settings);
    }

    private int stored(String appId) {
        return wechat.library(appId).materials().size();
    }

    private void addFiles(int first) throws IOException {
        for (int i = first; i < first + FILES; i++) {
            inbox.add("camel.png", i + ".png");
        }
    }

    private static List<String> names(int number) {
        return IntStream.range(0, number).mapToObj(i -> i + ".png").sorted().toList();
    }

    private static void await(CallableCondition condition) {
        Awaitility.await().atMost(Karaf.PATIENCE).until(condition::holds);
    }

    private interface CallableCondition {

        boolean holds() throws Exception;
    }

    @Test
    void folderIsUploadedAndWhatWechatRefusesSetAside() throws Exception {
        inbox.add("luotuo.jpg", "骆驼.jpg");
        inbox.add("really-webp.jpg", "really-webp.jpg");

        configure();

        await(() -> inbox.done().equals(List.of("骆驼.jpg")) && inbox.failed().equals(List.of("really-webp.jpg")));
        assertThat(stored("wxdemo")).isEqualTo(1);
        assertThat(karaf.log()).containsPattern("really-webp.jpg goes to .failed: .*WebP");
    }

    /** The same folder, and another account: what the old one has taken is complete before the new one looks. */
    @Test
    void changedConfigurationLosesNoFileAndTakesNoneTwice() throws Exception {
        addFiles(0);
        Gate gate = wechat.faults().hold(UPLOAD);
        configure();
        await(() -> gate.held() == FILES);

        int changed = karaf.log().length();
        configure("appId", "wxother");
        karaf.awaitLog(changed, "is shutting down");
        addFiles(FILES);
        assertThat(karaf.log().substring(changed)).doesNotContain("have started");
        gate.open();

        await(() -> inbox.done().size() == 2 * FILES);
        assertThat(inbox.done()).isEqualTo(names(2 * FILES));
        assertThat(inbox.failed()).isEmpty();
        assertThat(stored("wxdemo")).isEqualTo(FILES);
        assertThat(stored("wxother")).isEqualTo(FILES);
        assertThat(karaf.log().substring(changed)).containsSubsequence("have ended", "have started");
    }

    @Test
    void stopOfKarafLosesNoFileAndTakesNoneTwice() throws Exception {
        addFiles(0);
        Gate gate = wechat.faults().hold(UPLOAD);
        configure();
        await(() -> gate.held() == FILES);

        int stopped = karaf.log().length();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> {
            try {
                karaf.stop();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        karaf.awaitLog(stopped, "is shutting down");
        addFiles(FILES);
        gate.open();
        stop.join();
        assertThat(inbox.done()).isEqualTo(names(FILES));
        assertThat(inbox.waiting()).hasSize(FILES);
        assertThat(stored("wxdemo")).isEqualTo(FILES);

        karaf.start();

        await(() -> inbox.done().size() == 2 * FILES);
        assertThat(inbox.failed()).isEmpty();
        assertThat(stored("wxdemo")).isEqualTo(2 * FILES);
    }

    /** The property that is left out, or added, and what the log says of it. */
    @ParameterizedTest
    @CsvSource({
            "secret, , property secret of configuration wechat.upload caused a problem: is missing",
            "secrett, planted-x, property secrett of configuration wechat.upload caused a problem: is unknown; the nearest property is secret",
            "secret, ${env:NO_SUCH}, property secret of configuration wechat.upload caused a problem: is empty"
    })
    void configurationWithAnErrorIsReportedAndChangesNothing(String name, String value, String report) throws Exception {
        int before = karaf.log().length();
        configure();
        karaf.awaitLog(before, "have started");

        int changed = karaf.log().length();
        Map<String, String> wrong = settings();
        wrong.remove(name);
        if (value != null) {
            wrong.put(name, value);
        }
        karaf.configure(wrong);
        karaf.awaitLog(changed, report);

        inbox.add("camel.png", "camel.png");
        await(() -> inbox.done().equals(List.of("camel.png")));
        assertThat(stored("wxdemo")).isEqualTo(1);
        assertThat(karaf.log().substring(changed)).doesNotContain("have ended", "have started", "planted");
    }

    /**
     * In no log and in no file of Karaf, where it is an environment variable: also with TRACE for all other loggers.
     */
    @Test
    void secretOfTheEnvironmentIsInNoFile() throws Exception {
        uploadWithTrace("{{env:WECHAT_APP_SECRET}}");

        try (Stream<Path> files = Files.walk(karaf.file(""))) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.startsWith(karaf.file("system")))
                    .filter(file -> holds(file, SECRET))).isEmpty();
        }
    }

    @Test
    void secretOfTheConfigurationIsNotInTheLog() throws Exception {
        uploadWithTrace(SECRET_OF_FILE);

        assertThat(karaf.log().lines().filter(line -> line.contains(SECRET_OF_FILE))).isEmpty();
    }

    private void uploadWithTrace(String secret) throws Exception {
        inbox.add("camel.png", "camel.png");
        int before = karaf.log().length();
        karaf.change(LOGGING, "(?m)^(log4j2.rootLogger.level) = INFO$", "$1 = TRACE");
        try {
            karaf.awaitLog(before, " | TRACE | ");
            configure("appId", secret.equals(SECRET_OF_FILE) ? "wxfile" : "wxdemo", "secret", secret);
            await(() -> inbox.done().equals(List.of("camel.png")));
        } finally {
            karaf.change(LOGGING, "(?m)^(log4j2.rootLogger.level) = TRACE$", "$1 = INFO");
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that is killed says nothing about its uploads: their files are there, and come again. */
    @Test
    void killOfKarafLosesNoFile() throws Exception {
        addFiles(0);
        Gate gate = wechat.faults().hold(UPLOAD);
        configure();
        await(() -> gate.held() == FILES);

        karaf.kill();
        assertThat(inbox.waiting()).isEqualTo(names(FILES));
        gate.open();
        karaf.start();

        await(() -> inbox.done().equals(names(FILES)));
        assertThat(inbox.waiting()).isEmpty();
        assertThat(inbox.failed()).isEmpty();
    }

    /** As an upload of a new version does that has the same name. */
    @Test
    void newVersionOfTheBundleLosesNoFileAndTakesNoneTwice() throws Exception {
        addFiles(0);
        Gate gate = wechat.faults().hold(UPLOAD);
        configure();
        await(() -> gate.held() == FILES);

        int updated = karaf.log().length();
        karaf.deploy();
        karaf.awaitLog(updated, "is shutting down");
        addFiles(FILES);
        gate.open();

        await(() -> inbox.done().equals(names(2 * FILES)));
        assertThat(stored("wxdemo")).isEqualTo(2 * FILES);
        assertThat(karaf.log().substring(updated)).containsSubsequence("have ended", "have started");
    }

    @Test
    void uninstalledBundleLeavesNoThread() throws Exception {
        inbox.add("camel.png", "camel.png");
        configure();
        await(() -> inbox.done().equals(List.of("camel.png")));
        assertThat(karaf.threadsOfUploads()).anyMatch(name -> name.contains("WechatMaterial"));

        int before = karaf.log().length();
        karaf.undeploy();
        karaf.awaitLog(before, "have ended");

        await(() -> karaf.threadsOfUploads().isEmpty());
    }

    /**
     * Camel is not that of camel-karaf, which cannot be had here, but made of Camel's own jars, with the same names.
     */
    @Test
    void featureInstallsTheComponentAsABundle() throws Exception {
        ComponentFeature.publish(karaf.file("system"));
        int before = karaf.log().length();
        karaf.deployFeatures(ComponentFeature.site());
        karaf.awaitLog(before, "Done.");

        assertThat(karaf.log().substring(before)).contains("  io.github.camelwechat.material/")
                .doesNotContain("ERROR", "Unable to resolve");
        int after = karaf.log().length();
        karaf.undeployFeatures();
        karaf.awaitLog(after, "Done.");
    }
}
