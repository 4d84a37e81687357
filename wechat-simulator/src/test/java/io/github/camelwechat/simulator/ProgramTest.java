package io.github.camelwechat.simulator;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
            "'',--app wxdemo:secret",
            "--app wxdemo,ID:SECRET",
            "--app a:b --port x,from 0 to 65535",
            "--app a:b --port 70000,between 0 and 65535",
            "--app a:b --app a:c,given twice",
            "--app a:b --data,--data needs a value",
            "--bla,--bla" })
    void badArgumentsAreExplained(String arguments, String reason) throws Exception {
        Process program = start(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(2);
        assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).contains(reason);
    }

    @Test
    void helpIsPrinted() throws Exception {
        Process program = start("--help");

        assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("--data DIR");
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
        Process program = start("--app", "a:b", "--port", "0", "--data", file.toString());

        assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("The folder " + file).contains("give another");
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
        List<String> command = new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m", "-cp",
                        System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
