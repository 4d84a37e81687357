package io.github.camelwechat.karaf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Uploads as their configuration changes, without Karaf. */
class UploadsTest {

    private static final String UPLOAD = "/cgi-bin/material/add_material";

    private final WechatSimulator wechat
            = WechatSimulator.builder().app("wxdemo", "planted-secret").app("wxother", "planted-secret").start();
    private final Uploads uploads = new Uploads(UploadsTest.class.getClassLoader());

    @TempDir
    private Path folder;
    private Inbox inbox;

    @BeforeEach
    void create() throws Exception {
        inbox = Inbox.create(folder.resolve("收件箱"));
    }

    @AfterEach
    void close() {
        uploads.close();
        wechat.close();
    }

    private Dictionary<String, Object> settings(String name, String value) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("folder", inbox.folder().toString(), "appId", "wxdemo", "secret",
                        "planted-secret", "apiUrl", wechat.url(), "pollDelay", "50ms"));
        settings.put(name, value);
        return FrameworkUtil.asDictionary(settings);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Karaf.PATIENCE).until(condition);
    }

    private int stored(String appId) {
        return wechat.library(appId).materials().size();
    }

    /** With a wrong address or a wrong secret, files stay where they are. */
    @ParameterizedTest
    @CsvSource({ "apiUrl, http://127.0.0.1:1", "secret, planted-wrong" })
    void fileWaitsForARightConfiguration(String name, String value) throws Exception {
        inbox.add("camel.png", "camel.png");
        uploads.configure(settings(name, value));
        inbox.add("really-webp.jpg", "really-webp.jpg");
        await(() -> inbox.failed().equals(List.of("really-webp.jpg")));
        assertThat(inbox.waiting()).contains("camel.png");

        uploads.configure(settings("appId", "wxdemo"));

        await(() -> inbox.done().equals(List.of("camel.png")));
        assertThat(inbox.failed()).containsExactly("really-webp.jpg");
        assertThat(stored("wxdemo")).isEqualTo(1);
    }

    /** A full library, a used up quota and an account without a right to the interface are no faults of the file. */
    @ParameterizedTest
    @ValueSource(ints = { 45009, 45034, 48001, 40164, 45011 })
    void fileThatTheAccountCannotUploadNowComesAgain(int errcode) throws Exception {
        wechat.faults().next(UPLOAD, Fault.errcode(errcode));
        inbox.add("camel.png", "camel.png");

        uploads.configure(settings("appId", "wxdemo"));

        await(() -> inbox.done().equals(List.of("camel.png")));
        assertThat(inbox.failed()).isEmpty();
    }

    @Test
    void folderThatIsMissingIsAwaited() throws Exception {
        Path missing = folder.resolve("missing");
        uploads.configure(settings("folder", missing.toString()));
        Inbox later = Inbox.create(Files.createDirectory(folder.resolve("part")));
        later.add("camel.png", "camel.png");

        Files.move(later.folder(), missing);

        await(() -> new Inbox(missing).done().equals(List.of("camel.png")));
    }

    @Test
    void uploadsGoOnUntilTheNewFolderIsThere() throws Exception {
        uploads.configure(settings("appId", "wxdemo"));
        Map<String, Object> changed = new HashMap<>(FrameworkUtil.asMap(settings("appId", "wxother")));
        Path missing = folder.resolve("missing");
        changed.put("folder", missing.toString());
        uploads.configure(FrameworkUtil.asDictionary(changed));
        awaitThread(Thread.State.TIMED_WAITING);

        inbox.add("camel.png", "camel.png");
        await(() -> inbox.done().equals(List.of("camel.png")));
        Inbox.create(missing).add("walk.gif", "walk.gif");

        await(() -> new Inbox(missing).done().equals(List.of("walk.gif")));
        assertThat(stored("wxdemo")).isEqualTo(1);
        assertThat(stored("wxother")).isEqualTo(1);
    }

    /** The wait for a folder is over when the bundle stops, or another configuration comes. */
    @Test
    void missingFolderOfAnOlderConfigurationIsNotAwaited() throws Exception {
        Path missing = folder.resolve("missing");
        uploads.configure(settings("folder", missing.toString()));
        uploads.configure(settings("appId", "wxdemo"));
        awaitThread(Thread.State.WAITING);
        Inbox old = Inbox.create(missing);
        old.add("walk.gif", "walk.gif");

        inbox.add("camel.png", "camel.png");
        await(() -> inbox.done().equals(List.of("camel.png")));
        assertThat(old.waiting()).containsExactly("walk.gif");
        assertThat(stored("wxdemo")).isEqualTo(1);
    }

    @Test
    void fileThatMayBeInTheLibraryIsSetAside() throws Exception {
        wechat.faults().next(UPLOAD, Fault.answerLost());
        inbox.add("camel.png", "camel.png");

        uploads.configure(settings("appId", "wxdemo"));

        await(() -> inbox.failed().equals(List.of("camel.png")));
        assertThat(wechat.journal().count(UPLOAD)).isEqualTo(1);
    }

    @Test
    void newestOfManyConfigurationsCounts() throws Exception {
        for (int i = 0; i < 5; i++) {
            uploads.configure(settings("appId", "wxother"));
        }
        uploads.configure(settings("appId", "wxdemo"));
        assertThatThrownBy(() -> uploads.configure(settings("appIdd", "wxother"))).isInstanceOf(ConfigurationException.class);
        // the changes are made one after the other
        awaitThread(Thread.State.WAITING);

        inbox.add("camel.png", "camel.png");

        await(() -> inbox.done().equals(List.of("camel.png")));
        assertThat(stored("wxdemo")).isEqualTo(1);
        assertThat(stored("wxother")).isZero();
    }

    /** Waits until the thread that changes the uploads has nothing to do at all, or until a given time. */
    private static void awaitThread(Thread.State state) {
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(Activator.PID) && thread.getState() == state));
    }

    @Test
    void withoutConfigurationUploadsEnd() throws Exception {
        inbox.add("camel.png", "camel.png");
        uploads.configure(settings("appId", "wxdemo"));
        await(() -> inbox.done().equals(List.of("camel.png")));

        uploads.configure(null);

        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("Camel (" + Activator.PID)));
    }

    @Test
    void configurationAfterTheEndStartsNothing() throws Exception {
        uploads.close();

        uploads.configure(settings("appId", "wxdemo"));

        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().contains(Activator.PID)));
    }
}
