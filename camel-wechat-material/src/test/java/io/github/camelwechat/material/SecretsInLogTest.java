package io.github.camelwechat.material;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole output of a process that succeeds and fails, at Camel's default settings. */
class SecretsInLogTest {

    @TempDir
    Path folder;

    @Test
    void noSecretAndNoTokenIsInTheOutputOfCamelMain() throws Exception {
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxgood", PlantedSecrets.GOOD_SECRET).start()) {
            wechat.faults().nth(Wechat.ADD_MATERIAL, 2, Fault.errcode(45009));
            Files.writeString(folder.resolve("application.properties"), """
                    camel.component.wechat-material.app-id = wxgood
                    camel.component.wechat-material.secret = %s
                    camel.component.wechat-material.api-url = %s
                    camel.component.wechat-material.accounts[wrong].app-id = wxgood
                    camel.component.wechat-material.accounts[wrong].secret = PLANTED-wrong-secret
                    camel.component.wechat-material.accounts[fixed].accessToken = PLANTED-fixed-token
                    camel.component.wechat-material.accounts[unheard].access-token = PLANTED-unheard-token
                    camel.component.wechat-material.accounts[unheard].api-url = http://127.0.0.1:%d
                    camel.component.wechat-material.accounts[classic].app-id = wxgood
                    camel.component.wechat-material.accounts[classic].secret = PLANTED-secret-in-a-query
                    camel.component.wechat-material.accounts[classic].credentials = classic
                    camel.component.wechat-material.accounts[proxied].access-token = PLANTED-token-for-a-proxy
                    camel.component.wechat-material.accounts[proxied].proxy-host = 127.0.0.1
                    camel.component.wechat-material.accounts[proxied].proxy-port = %d
                    camel.component.wechat-material.accounts[proxied].proxy-auth-username = PLANTED-user
                    camel.component.wechat-material.accounts[proxied].proxy-auth-password = PLANTED-password
                    """.formatted(PlantedSecrets.GOOD_SECRET, wechat.url(), closedPort(), closedPort()));
            String output = run();

            assertThat(output).as("the process did what it was started for")
                    .contains("RESULT good ok", "RESULT wrong WechatApiException", "RESULT fixed WechatApiException",
                            "RESULT unheard NotSentException", "RESULT classic WechatApiException",
                            "RESULT proxied NotSentException",
                            "RESULT uri WechatApiException",
                            "RESULT token WechatApiException");
            assertThat(output).as("and Camel said what it says by default")
                    .contains("Auto-configuration summary", "wechat-material.secret", "Failed delivery for", "Message History",
                            "40125");
            assertThat(output).doesNotContain(PlantedSecrets.ALL).doesNotContain(wechat.tokens().valid("wxgood"));
            assertThat(wechat.tokens().valid("wxgood")).isNotEmpty();
        }
    }

    private String run() throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                folder + File.pathSeparator
                                                                                           + System.getProperty(
                                                                                                   "surefire.test.class.path",
                                                                                                   System.getProperty(
                                                                                                           "java.class.path")),
                PlantedSecrets.class.getName())
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the process has ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
