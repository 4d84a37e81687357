package io.github.camelwechat.karaf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged bundle in an Apache Karaf as released: one for all tests, each with a folder and a library of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KarafTest {

    private static final String UPLOAD = "/cgi-bin/material/add_material";
    private static final String SECRET = "planted-secret";
    private static final int FILES = 10;

    private final WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", SECRET).app("wxother", SECRET).start();

    private Path folder;
    private Karaf karaf;
    private Set<String> threads;
    private Inbox inbox;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        karaf = Karaf.create(folder.resolve("karaf"), Map.of("WECHAT_APP_SECRET", SECRET));
        karaf.start();
        threads = karaf.threads();
        karaf.deploy();
        karaf.awaitLog(0, "Started bundle: ");
    }

    @AfterAll
    void end() throws Exception {
        // to be read after a failure
        Files.writeString(Path.of("target/karaf.log"), karaf.log());
        karaf.close();
        wechat.close();
    }

    @BeforeEach
    void createInbox() throws IOException {
        inbox = Inbox.create(Files.createTempDirectory(folder, "收件箱"));
    }

    @AfterEach
    void reset() {
        wechat.reset();
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

    /** In no log, and in no file of Karaf, where it is an environment variable. */
    @Test
    void secretOfTheEnvironmentIsInNoFile() throws Exception {
        inbox.add("camel.png", "camel.png");
        configure();
        await(() -> inbox.done().equals(List.of("camel.png")));

        try (Stream<Path> files = Files.walk(karaf.file(""))) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.startsWith(karaf.file("system"))))
                    .allSatisfy(file -> assertThat(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(SECRET));
        }
    }

    /** First, in the process whose threads were listed when there was no bundle yet. */
    @Test
    @Order(1)
    void uninstalledBundleLeavesNoThread() throws Exception {
        inbox.add("camel.png", "camel.png");
        int before = karaf.log().length();
        configure();
        await(() -> inbox.done().equals(List.of("camel.png")));
        assertThat(karaf.threads()).anyMatch(name -> name.contains("WechatMaterial"));

        karaf.undeploy();
        karaf.awaitLog(before, "have ended");

        Awaitility.await().atMost(Karaf.PATIENCE)
                .untilAsserted(() -> assertThat(karaf.threads()).isSubsetOf(threads));
        int gone = karaf.log().length();
        karaf.deploy();
        karaf.awaitLog(gone, "have started");
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

        assertThat(karaf.log().substring(before)).contains("io.github.camelwechat.material/0.1.0.SNAPSHOT")
                .doesNotContain("ERROR", "Unable to resolve");
        Files.delete(karaf.file("deploy/site-features.xml"));
    }
}
