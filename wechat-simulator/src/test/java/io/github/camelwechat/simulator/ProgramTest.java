package io.github.camelwechat.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The simulator as a program, in a Java of its own. */
class ProgramTest {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final Path data;

    ProgramTest(@TempDir Path data) {
        this.data = data;
    }

    @ParameterizedTest
    @CsvSource({
            "'',--app wxdemo:secret",
            "--app wxdemo,ID:SECRET",
            "--app a:b --port x,from 0 to 65535",
            "--app a:b --port 70000,between 0 and 65535",
            "--app a:b --app a:c,given twice",
            "--app a:b --platform a:c,given twice",
            "--app a:b --platform wxplatform,--platform wants ID:SECRET",
            "--app a:b --data,--data needs a value",
            "--bla,'Unknown argument ''--bla''; known are --app, --platform, --port, --cloud, --cloud-port, --cloud-token-file, --cloud-path, --data, --key-store, --key-store-password, --allow-host, --whitelist-scope, --help'",
            "--app a:b --whitelist-scope some,'No white list scope ''some''; there are all, token'",
            "--app a:b --allow-host http://a,'''http://a'' is no host name'",
            "--app a:b --cloud-port 0,'--cloud-port, --cloud-token-file and --cloud-path need --cloud'",
            "--app a:b --cloud a --cloud b,--cloud is given twice",
            "--app a:b --cloud a --cloud-port x,--cloud-port wants a number from 0 to 65535",
            "--app a:b --port 0 --cloud x --cloud-port 0,'No app ''x'' here; known are a'",
            "--app a:b --port 0 --cloud a --cloud-port 0 --cloud-path /a,'''/a'' is not the path of an interface'",
            "--app a:b --key-store a.p12,--key-store and --key-store-password need each other" })
    void badArgumentsAreExplained(String arguments, String reason) throws Exception {
        Process program = start(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(2);
        assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).contains(reason);
    }

    @Test
    void helpIsPrinted() throws Exception {
        Process program = start("--help");

        assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("--data DIR",
                "--allow-host NAME");
        assertThat(program.waitFor()).isZero();
    }

    @Test
    void aTakenPortIsExplained() throws Exception {
        try (WechatSimulator other = WechatSimulator.builder().app("a", "b").start()) {
            String port = other.url().replaceAll(".*:", "");
            Process program = start("--app", "a:b", "--port", port);

            assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Port " + port).contains("choose another");
            assertThat(program.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void aFolderThatIsNoneIsExplained() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "text");
        for (Path folder : List.of(file, file.resolve("below"))) {
            Process program = start("--app", "a:b", "--port", "0", "--data", folder.toString());

            assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("The folder " + folder + " cannot be used").contains("give another")
                    .doesNotContain("Exception");
            assertThat(program.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void aFolderIsForOneProgramAtATimeAlsoAfterAKill() throws Exception {
        String[] arguments = { "--app", "a:b", "--port", "0", "--data", data.toString() };
        Process first = start(arguments);
        try (BufferedReader out = first.inputReader()) {
            assertThat(out.readLine()).startsWith("WeChat simulator: ");
            Process second = start(arguments);

            assertThat(new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo("The folder " + data + " is in use by another simulator: give another");
            assertThat(second.waitFor()).isEqualTo(1);
        } finally {
            first.destroyForcibly().waitFor();
        }
        WechatSimulator.builder().app("a", "b").data(data).start().close();
    }

    @Test
    void whatAKilledProgramLeftIsSweptAndNothingElse() throws Exception {
        Path picture = Files.write(data.resolve("own.png"), Samples.padded(Samples.picture("png"), 300_000));
        Path similar = Files.createDirectory(data.resolve("wechat-simulator-mine"));
        Files.writeString(similar.resolve("upload1.tmp"), "not a simulator's");
        Path kept = data.resolve("wechat-simulator-kept");
        WechatSimulator.builder().app("a", "b").data(kept).start().close();
        Process killed = startIn(data);
        Process alive = startIn(data);
        Process next = null;
        try {
            String url = Program.url(killed);
            ApiClient client = new ApiClient(() -> url);
            assertThat(client.upload(client.token(), "image", "a.png", Files.readAllBytes(picture), null).has("media_id"))
                    .isTrue();
            Program.url(alive);
            killed.destroyForcibly().waitFor();
            assertThat(foldersIn(data)).hasSize(4);

            next = startIn(data);
            Program.url(next);

            // that of the living one, that of the new one, and the two of others
            assertThat(foldersIn(data)).hasSize(4).contains(similar, kept);
            assertThat(filesNamed(data, "temporary.lock")).hasSize(2);
            assertThat(similar.resolve("upload1.tmp")).exists();
        } finally {
            killed.destroyForcibly();
            alive.destroy();
            alive.waitFor();
            if (next != null) {
                next.destroy();
                next.waitFor();
            }
        }
        assertThat(foldersIn(data)).containsExactlyInAnyOrder(similar, kept);
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .filter(found -> found.getFileName().toString().startsWith("wechat-simulator")).toList();
        }
    }

    private static List<Path> filesNamed(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).toList();
        }
    }

    private static Process startIn(Path temporary) throws Exception {
        return Program.start("-Djava.io.tmpdir=" + temporary, "--app", "wxdemo:secret", "--port", "0");
    }

    @Test
    void allowedHostIsServed() throws Exception {
        Process program = start("--app", "wxdemo:secret", "--port", "0", "--allow-host", "wechat.test");
        try (RawSocket socket = new RawSocket(Program.url(program))) {
            socket.send("GET /__simulator HTTP/1.1\r\nHost: wechat.test\r\nConnection: close\r\n\r\n");
            assertThat(socket.answer()).startsWith("HTTP/1.1 200 ");
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void byHttps() throws Exception {
        TestKeyStore keys = TestKeyStore.in(data);
        Process program = start("--app", "wxdemo:secret", "--port", "0", "--key-store", keys.file().toString(),
                "--key-store-password", keys.password());
        try {
            String url = Program.url(program);
            assertThat(url).startsWith("https://127.0.0.1:");
            ApiClient client = new ApiClient(() -> url, HttpClient.newBuilder().sslContext(keys.trusted()));
            assertThat(client.token()).isNotEmpty();
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void cloudHostingByHttpBesideHttps() throws Exception {
        TestKeyStore keys = TestKeyStore.in(data);
        Path tokenFile = data.resolve("wx/cloudbase_access_token");
        Process program = start("--app", "wxdemo:secret", "--port", "0", "--key-store", keys.file().toString(),
                "--key-store-password", keys.password(), "--cloud", "wxdemo", "--cloud-port", "0",
                "--cloud-token-file", tokenFile.toString(), "--cloud-path", ApiClient.COUNT);
        try (BufferedReader out = program.inputReader()) {
            String url = out.readLine().replaceAll(".* ", "");
            String sideChannel = out.readLine();
            assertThat(url).startsWith("https://127.0.0.1:");
            assertThat(sideChannel).matches("Side channel of the cloud hosting: http://127\\.0\\.0\\.1:\\d+");
            ApiClient container = new ApiClient(() -> sideChannel.replaceAll(".* ", ""));
            assertThat(json(container.get(ApiClient.COUNT)).has("image_count")).isTrue();
            assertThat(json(container.get("/cgi-bin/getcallbackip")).path("errcode").asInt()).isEqualTo(85107);
            ApiClient client = new ApiClient(() -> url, HttpClient.newBuilder().sslContext(keys.trusted()));
            assertThat(json(client.get(ApiClient.COUNT + "?cloudbase_access_token=" + Files.readString(tokenFile)))
                    .has("image_count")).isTrue();
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void aKeyStoreThatIsNoneIsExplainedWithoutItsPassword() throws Exception {
        Process program = start("--app", "a:b", "--port", "0", "--key-store", data.resolve("none").toString(),
                "--key-store-password", "planted");

        assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("The key store " + data.resolve("none") + " cannot be used")
                .doesNotContain("Exception", "planted");
        assertThat(program.waitFor()).isEqualTo(1);
    }

    @Test
    void sixteenLargestPicturesAtOnceFitIntoASmallHeap() throws Exception {
        Process program = start("--app", "wxdemo:secret", "--port", "0", "--data", data.toString());
        try (BufferedReader out = program.inputReader()) {
            String line = out.readLine();
            assertThat(line).matches("WeChat simulator: http://127\\.0\\.0\\.1:\\d+");
            ApiClient client = new ApiClient(() -> line.substring(line.indexOf("http")));
            String token = client.token();
            byte[] picture = Samples.padded(Samples.picture("png"), LARGEST);

            var uploads = IntStream.range(0, 16)
                    .mapToObj(i -> client.uploadAsync(token, "image", i + ".png", picture, null)).toList();

            assertThat(uploads).extracting(CompletableFuture::join)
                    .allSatisfy(answer -> assertThat(json(answer).has("media_id")).isTrue());
            JsonNode stored = json(client.get("/__simulator/apps/wxdemo/materials")).path("materials");
            String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
            assertThat(stored.findValuesAsText("sha256")).hasSize(16).containsOnly(sha256);
        } finally {
            // the signal of Ctrl-C's relative: it ends without a word on stderr
            program.toHandle().destroy();
        }
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.getErrorStream().readAllBytes()).isEmpty();
    }

    private static Process start(String... arguments) throws Exception {
        return Program.start("-Xshare:auto", arguments);
    }
}
