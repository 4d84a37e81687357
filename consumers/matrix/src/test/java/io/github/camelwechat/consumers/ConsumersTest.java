package io.github.camelwechat.consumers;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import io.github.camelwechat.simulator.WechatSimulator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Versions of Camel's jars, and an upload, in applications that have the same jar of the component. */
class ConsumersTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void camelHasTheVersionOfTheApplication(Consumer consumer) throws IOException {
        Map<String, String> jars = consumer.camelJars();
        Map<String, String> others = new HashMap<>(jars);
        others.values().removeIf(consumer.camelVersion()::equals);
        System.out.printf("%-22s Camel %s: %d jars, %d of another version%n",
                consumer, consumer.camelVersion(), jars.size(), others.size());

        assertThat(jars).containsKeys("camel-api", "camel-support", "camel-util", "camel-http", "camel-jackson");
        assertThat(others.keySet()).as("%s", others).isEqualTo(consumer.atOurVersion());
    }

    @Test
    void allHaveTheSameJarOfTheComponent() throws IOException {
        for (Consumer consumer : Consumer.values()) {
            assertThat(consumer.digest()).as("%s", consumer).hasSize(64).isEqualTo(Consumer.MAIN_4_18.digest());
        }
    }

    @ParameterizedTest
    @EnumSource
    void applicationUploads(Consumer consumer) throws Exception {
        upload(consumer, System.getProperty("java.home"), List.of());
    }

    @ParameterizedTest
    @EnumSource(names = { "BOOT_3_5", "BOOT_4_0" })
    void applicationUploadsWithWhatProcessAotWrote(Consumer consumer) throws Exception {
        upload(consumer, System.getProperty("java.home"), List.of("-Dspring.aot.enabled=true"));
    }

    @ParameterizedTest
    @EnumSource(names = { "BOOT_3_5", "BOOT_4_0" })
    void applicationUploadsOnVirtualThreads(Consumer consumer) throws Exception {
        String jdk25 = System.getenv("JAVA_HOME_25");
        if ("true".equals(System.getenv("CI"))) {
            assertThat(jdk25).as("JAVA_HOME_25").isNotNull();
        }
        Assumptions.assumeTrue(jdk25 != null, "JAVA_HOME_25 is not set");
        upload(consumer, jdk25, List.of("-Dspring.threads.virtual.enabled=true", "-Dcamel.threads.virtual.enabled=true"));
    }

    private void upload(Consumer consumer, String javaHome, List<String> options) throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", inbox.resolve("camel.png").toFile());
        Path log = folder.resolve("log");
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "secret").start()) {
            Process application = start(consumer, javaHome, options, wechat.url(), log);
            try {
                await().atMost(LIMIT).failFast(() -> !application.isAlive())
                        .until(() -> Files.exists(inbox.resolve(".done/camel.png")));
                assertThat(wechat.library("wxdemo").materials()).hasSize(1);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(consumer + " " + options + ": " + Files.readString(log), e);
            } finally {
                application.destroy();
                application.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private Process start(Consumer consumer, String javaHome, List<String> options, String apiUrl, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(javaHome + "/bin/java"));
        command.addAll(options);
        command.addAll(List.of("-jar", consumer.jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(
                Map.of("WECHAT_API_URL", apiUrl, "WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", "secret"));
        return builder.start();
    }
}
