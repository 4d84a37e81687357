package io.github.camelwechat.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.http.server.PictureServerProgram;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The programs in processes of their own. */
class KilledApplicationTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final Path here;

    KilledApplicationTest(@TempDir Path here) {
        this.here = here;
    }

    @Test
    void aClientOfAKilledApplicationGetsNoAnswer() throws Exception {
        int port = freePort();
        Process application = start(UploadApplication.class, port);
        try (var gate = wechat.faults().hold(ADD_MATERIAL)) {
            Form form = new Form().file("media", "a.png", Media.sample("camel.png"));
            CompletableFuture<HttpResponse<String>> answer = answered(form, port);
            gate.awaitHeld(1, Duration.ofSeconds(10));
            application.destroyForcibly().waitFor();
            assertThat(answer).failsWithin(Duration.ofSeconds(10)).withThrowableThat().withCauseInstanceOf(IOException.class);
        } finally {
            application.destroyForcibly();
        }
    }

    /** The first one that gets a connection. */
    private CompletableFuture<HttpResponse<String>> answered(Form form, int port) {
        HttpClient client = HttpClient.newHttpClient();
        Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
        try {
            return client.sendAsync(form.to("http://127.0.0.1:" + port), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Test
    void theApplicationEndsWhenItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process application = start(UploadApplication.class, taken.getLocalPort());
            boolean ended = application.waitFor(20, TimeUnit.SECONDS);
            application.destroyForcibly();
            assertThat(ended).as(Files.readString(here.resolve("log"))).isTrue();
            assertThat(Files.readString(here.resolve("log")))
                    .contains("BindException");
        }
    }

    @Test
    void thePictureServerTellsWhereItIs() throws Exception {
        Process server = start(PictureServerProgram.class, 0, "--folder", here.toString(), "--port", "0");
        try {
            Awaitility.await()
                    .until(() -> Files.readString(here.resolve("log")).startsWith("Picture server: http://127.0.0.1:"));
        } finally {
            server.destroy();
            server.waitFor();
        }
        assertThat(start(PictureServerProgram.class, 0).waitFor()).isEqualTo(2);
    }

    private Process start(Class<?> program, int port, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // what watches this Java, to count the lines that tests run, is to watch that one too
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:")).toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(here.resolve("log").toFile());
        builder.environment().putAll(Map.of("WECHAT_APP_ID", WechatSimulatorExtension.APP_ID, "WECHAT_APP_SECRET",
                WechatSimulatorExtension.SECRET, "WECHAT_API_URL", wechat.url(), "HTTP_PORT", String.valueOf(port)));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
