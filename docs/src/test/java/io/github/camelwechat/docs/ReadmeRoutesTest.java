package io.github.camelwechat.docs;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.main.Main;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The three forms of the README's route, with the properties that stand beside them. */
class ReadmeRoutesTest {

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension();

    /** The routes' own folder: tests run in one below target. */
    private static final Path INBOX = Path.of("inbox");

    private final Main main = new Main();

    @Test
    void inJava() throws Exception {
        main.configure().addRoutesBuilder(new Upload());
        assertThatItUploads();
    }

    @Test
    void inYaml() throws Exception {
        main.configure().setRoutesIncludePattern("classpath:readme/upload.yaml");
        assertThatItUploads();
    }

    @Test
    void inXml() throws Exception {
        main.configure().setRoutesIncludePattern("classpath:readme/upload.xml");
        assertThatItUploads();
    }

    private void assertThatItUploads() throws Exception {
        FileUtil.removeDir(INBOX.toFile());
        Files.createDirectories(INBOX);
        Files.write(INBOX.resolve("camel.png"), Pictures.png());
        Files.writeString(INBOX.resolve("really-text.png"), "no picture");
        main.setPropertyPlaceholderLocations("classpath:readme/account.properties");
        main.addInitialProperty("camel.component.wechat-material.api-url", SIMULATOR.url());
        main.start();
        try {
            await().untilAsserted(() -> {
                assertThat(INBOX.resolve(".done/camel.png")).exists();
                assertThat(INBOX.resolve(".failed/really-text.png")).exists();
            });
        } finally {
            main.stop();
        }
        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
    }
}
