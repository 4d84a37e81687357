package io.github.camelwechat.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.library.Material;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static org.assertj.core.api.Assertions.assertThat;

/** The commands of the official page, run by curl itself. */
class CurlTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path folder;

    @Test
    void aPicture() throws Exception {
        Path file = Files.write(folder.resolve("file.png"), Samples.picture("png"));

        JsonNode answer = curl("image", "-F", "media=@" + file);

        assertThat(answer.path("media_id").asText()).hasSize(64);
        assertThat(wechat.library("wxdemo").materials().get(0).name()).isEqualTo("file.png");
    }

    @Test
    void aVideoWithItsDescription() throws Exception {
        byte[] film = Samples.padded(Samples.film("isom"), 2 * 1024 * 1024);
        Path file = Files.write(folder.resolve("film.mp4"), film);

        curl("video", "-F", "media=@" + file, "-F",
                "description={\"title\":\"VIDEO_TITLE\",\"introduction\":\"INTRODUCTION\"}");

        Material stored = wechat.library("wxdemo").materials().get(0);
        assertThat(stored.title()).isEqualTo("VIDEO_TITLE");
        assertThat(stored.introduction()).isEqualTo("INTRODUCTION");
        assertThat(stored.bytes()).isEqualTo(film);
    }

    @Test
    void aPictureFromAPipeHasNoLengthAndIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("file.png"), Samples.picture("png"));

        String answer = run("-si", "-H", "Transfer-Encoding: chunked", "-F", "media=@" + file, address("image"));

        assertThat(answer).startsWith("HTTP/1.1 412 Precondition Failed\r\n");
    }

    private static JsonNode curl(String type, String... form) throws Exception {
        String[] arguments = new String[form.length + 2];
        arguments[0] = "-s";
        arguments[1] = address(type);
        System.arraycopy(form, 0, arguments, 2, form.length);
        return ApiClient.json(run(arguments));
    }

    private static String address(String type) {
        return wechat.url() + ADD_MATERIAL + "?access_token=" + wechat.tokens().issue("wxdemo") + "&type=" + type;
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "curl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
