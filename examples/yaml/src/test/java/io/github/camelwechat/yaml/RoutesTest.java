package io.github.camelwechat.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.main.KameletMain;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainCommandLineSupport;
import org.assertj.core.util.Throwables;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The files of routes, each by Camel Main and by the engine of Camel's command line: as they are, and misspelt. */
class RoutesTest {

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension();

    @TempDir
    private Path folder;

    private MainCommandLineSupport main;
    private Inbox inbox;

    @BeforeEach
    void fill() throws IOException {
        inbox = Inbox.fill(folder.resolve("inbox"));
    }

    @AfterEach
    void stop() {
        if (main != null) {
            main.stop();
        }
    }

    private void start(String engine, String routes) {
        start(engine, routes, Map.of());
    }

    private void start(String engine, String routes, Map<String, String> properties) {
        if (engine.equals("KameletMain")) {
            KameletMain kamelets = new KameletMain("example");
            kamelets.setDownload(false);
            main = kamelets;
        } else {
            main = new Main();
        }
        properties.forEach(main::addInitialProperty);
        main.addInitialProperty("camel.main.routesIncludePattern", routes);
        main.addOverrideProperty("wechat.api-url", SIMULATOR.url());
        main.addOverrideProperty("upload.folder", inbox.folder().toString());
        main.addOverrideProperty("upload.retry-delay", "10");
        main.start();
    }

    static Stream<Arguments> runs() {
        return Stream.of("Main", "KameletMain").flatMap(engine -> Stream.of("upload.yaml", "upload.xml", "kamelet.yaml",
                "pipe.yaml").map(routes -> Arguments.of(engine, routes)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void uploads(String engine, String routes) throws Exception {
        start(engine, "classpath:routes/" + routes);

        Awaitility.await().until(inbox::isDone);
        assertThat(inbox.isRight()).isTrue();
        assertThat(SIMULATOR.library("wxdemo").materials()).extracting(material -> material.name())
                .containsExactlyInAnyOrderElementsOf(Inbox.STORED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "upload.yaml", "upload.xml" })
    void unsentFileIsSentAgain(String routes) throws Exception {
        SIMULATOR.faults().next("/cgi-bin/stable_token", Fault.status(502));

        start("Main", "classpath:routes/" + routes);

        Awaitility.await().until(inbox::isDone);
        assertThat(inbox.isRight()).isTrue();
    }

    /** Each of them names it, and all but Camel's own check of endpoints name the nearest one. */
    @ParameterizedTest
    @CsvSource({
            "upload.yaml, 'type: image', 'tipe: image', 'Unknown parameters=[{tipe=image}]'",
            "upload.yaml, 'type: image', 'type: imgae', 'imgae'",
            "upload.xml, ?type=image, ?tipe=image, 'Unknown parameters=[{tipe=image}]'",
            "kamelet.yaml, apiUrl, apiUri, The Kamelet has no parameter apiUri; the nearest is apiUrl",
            "kamelet.yaml, secret:, secrte:, mandatory parameters must be provided: secret",
            "pipe.yaml, 'type: image', 'tipe: image', The Kamelet has no parameter tipe; the nearest is type",
            "pipe.yaml, wechat-material-sink, wechat-material-snik, wechat-material-snik" })
    void misspeltRouteDoesNotStart(String routes, String right, String wrong, String error) throws Exception {
        String text = read("/routes/" + routes);
        assertThat(text).contains(right);
        Path copy = Files.writeString(folder.resolve(routes), text.replace(right, wrong));

        Throwable failure = catchThrowable(() -> start("Main", "file:" + copy));

        assertThat(failure).isNotNull();
        assertThat(Throwables.getStackTrace(failure)).contains(error);
        assertThat(inbox.folder().resolve("camel.png")).exists();
    }

    @ParameterizedTest
    @CsvSource({
            "camel.component.wechat-material.app-idd, upload.yaml, appIdd",
            "camel.component.wechat-material.accounts[brand-a].app-idd, upload.yaml, appIdd",
            "camel.kamelet.wechat-material-sink.api-uri, pipe.yaml, has no parameter apiUri; the nearest is apiUrl" })
    void misspeltPropertyDoesNotStart(String property, String routes, String error) {
        Throwable failure = catchThrowable(() -> start("Main", "classpath:routes/" + routes, Map.of(property, "x")));

        assertThat(failure).isNotNull();
        assertThat(Throwables.getStackTrace(failure)).contains(error);
    }

    private static String read(String resource) throws IOException {
        try (InputStream file = RoutesTest.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
