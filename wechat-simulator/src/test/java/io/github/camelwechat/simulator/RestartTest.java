package io.github.camelwechat.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.library.Material;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a simulator with a folder keeps, and what none leaves behind. */
class RestartTest {

    private static final int LARGE = 300_000;

    private final Path data;

    RestartTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void materialsAreThereAfterARestart() {
        List<String> ids;
        try (WechatSimulator wechat = start()) {
            ApiClient client = new ApiClient(wechat::url);
            String token = client.token();
            client.upload(token, "image", "骆驼.png", Samples.picture("png"), null);
            client.upload(token, "video", "large.mp4", Samples.padded(Samples.film("isom"), LARGE), "{\"title\":\"t\"}");
            ids = wechat.library("wxdemo").materials().stream().map(Material::mediaId).toList();
        }
        try (WechatSimulator wechat = start()) {
            List<Material> materials = wechat.library("wxdemo").materials();

            assertThat(materials).extracting(Material::mediaId).isEqualTo(ids);
            assertThat(materials).extracting(Material::name).containsExactly("large.mp4", "骆驼.png");
            assertThat(materials.get(0).bytes()).isEqualTo(Samples.padded(Samples.film("isom"), LARGE));
            assertThat(materials.get(0).title()).isEqualTo("t");
            assertThat(new ApiClient(wechat::url).bytes(wechat.url() + materials.get(1).picturePath()))
                    .isEqualTo(Samples.picture("png"));
        }
    }

    @Test
    void portIsFreeAgainAfterAFailedStart() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path file = Files.writeString(data.resolve("file"), "text");
        WechatSimulatorBuilder builder = WechatSimulator.builder().app("wxdemo", "secret").port(port);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(builder.data(file)::start)
                .withMessageContaining("cannot be used");

        builder.data(null).start().close();
    }

    @Test
    void refusedAndAbortedUploadsLeaveNoFiles() throws Exception {
        try (WechatSimulator wechat = start()) {
            ApiClient client = new ApiClient(wechat::url);
            client.upload(client.token(), "image", "a.txt", new byte[LARGE], null);
            try (RawSocket socket = new RawSocket(wechat.url())) {
                socket.send("POST " + ADD_MATERIAL + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n"
                            + "Content-Type: multipart/form-data; boundary=XyZ\r\n\r\n");
                socket.send(ApiClient.form("a.png", new byte[LARGE], null));
            }
            wechat.journal().awaitEntries(ADD_MATERIAL, 2, Duration.ofSeconds(20));

            assertThat(filesIn(data)).isEmpty();
        }
    }

    @Test
    void whatWasLeftByAKilledOneIsCleared() throws IOException {
        start().close();
        Files.writeString(Files.createDirectories(data.resolve(".incoming")).resolve("upload1.tmp"), "half");

        start().close();

        assertThat(filesIn(data)).isEmpty();
    }

    @Test
    void aFolderIsForOneSimulatorAtATime() {
        try (WechatSimulator wechat = start()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::start)
                        .withMessage("The folder " + data + " is in use by another simulator: give another");
            }
            assertThat(new ApiClient(wechat::url).token()).isNotEmpty();
        }
        start().close();
    }

    @Test
    void aLinkToAFolderIsThatFolder() throws IOException {
        Path folder = Files.createDirectory(data.resolve("folder"));
        Path link = Files.createSymbolicLink(data.resolve("link"), folder);
        try (WechatSimulator wechat = start(folder)) {
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> start(link))
                    .withMessageContaining("in use");
            assertThat(new ApiClient(wechat::url).token()).isNotEmpty();
        }
        start(link).close();
    }

    private WechatSimulator start() {
        return start(data);
    }

    private static WechatSimulator start(Path folder) {
        return WechatSimulator.builder().app("wxdemo", "secret").data(folder).start();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2", "", "\u00fc" })
    void aFolderOfAnotherVersionIsRefusedAndLeftAsItIs(String format) throws IOException {
        start().close();
        Path unfinished = Files.writeString(data.resolve(".incoming").resolve("a.json"), "{\"from\":\"then\"}");
        Files.writeString(data.resolve(".format"), format, StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::start)
                .withMessageContainingAll(data.toString(), "another version", "'" + format + "'", "'1'", "give another");
        assertThat(unfinished).hasContent("{\"from\":\"then\"}");
    }

    @Test
    void aFolderOfThisVersionIsTakenAgain() throws IOException {
        start().close();
        assertThat(data.resolve(".format")).hasContent("1");

        start().close();
        Files.delete(data.resolve(".format"));
        start().close();
        assertThat(data.resolve(".format")).hasContent("1");
    }

    /** {@return the files, without those that say whose the folder is and how it is written} */
    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.endsWith(".lock") && !file.endsWith(".format"))
                    .toList();
        }
    }
}
