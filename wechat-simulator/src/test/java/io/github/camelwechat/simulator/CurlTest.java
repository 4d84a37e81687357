package io.github.camelwechat.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.library.Material;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static org.assertj.core.api.Assertions.assertThat;

/** The commands of the official page, run by curl itself. */
class CurlTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat
            = new WechatSimulatorExtension(WechatSimulator.builder().app("wxdemo", "secret").cloud("wxdemo"));

    private final Path folder;

    CurlTest(@TempDir Path folder) {
        this.folder = folder;
    }

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

    @Test
    void tokensOfBothKinds() throws Exception {
        String query = "?grant_type=client_credential&appid=wxdemo&secret=secret";
        JsonNode classic = ApiClient.json(run("-s", wechat.url() + "/cgi-bin/token" + query));
        JsonNode stable = ApiClient.json(run("-s", wechat.url() + ApiClient.STABLE_TOKEN, "-d",
                "{\"grant_type\":\"client_credential\",\"appid\":\"wxdemo\",\"secret\":\"secret\"}"));
        String used = ApiClient.COUNT + "?access_token=";
        String first = stable.path("access_token").asText();

        assertThat(run("-s", wechat.url() + used + classic.path("access_token").asText())).contains("\"image_count\":0");
        assertThat(run("-s", wechat.url() + used + first)).contains("\"image_count\":0");
        wechat.clock().forward(Duration.ofHours(2));
        assertThat(run("-s", wechat.url() + used + first)).contains("\"errcode\":42001");
        assertThat(wechat.tokens().stable("wxdemo", false).value()).isNotEqualTo(first);
    }

    @Test
    void everyTypeUpAndDownAndAway() throws Exception {
        assertUpAndDown("image", "骆驼.png", Samples.picture("png"));
        assertUpAndDown("voice", "a.amr", Samples.amr(3));
        assertUpAndDown("thumb", "a.jpg", Samples.picture("jpg"));
        assertThat(run("-s", call(ApiClient.COUNT))).isEqualTo(
                "{\"voice_count\":1,\"video_count\":0,\"image_count\":2,\"news_count\":0}");
        JsonNode page = ApiClient.json(run("-s", call(ApiClient.BATCHGET), "-d",
                "{\"type\":\"image\",\"offset\":0,\"count\":20}"));
        assertThat(page.findValuesAsText("name")).containsExactly("a.jpg", "骆驼.png");
        String id = page.path("item").path(1).path("media_id").asText();
        assertThat(run("-s", call(ApiClient.DEL_MATERIAL), "-d", "{\"media_id\":\"" + id + "\"}"))
                .isEqualTo("{\"errcode\":0,\"errmsg\":\"ok\"}");
        assertThat(run("-s", call(ApiClient.GET_MATERIAL), "-d", "{\"media_id\":\"" + id + "\"}")).contains("40007");
    }

    @Test
    void aVideoThroughItsAddress() throws Exception {
        byte[] film = Samples.film("isom");
        Path file = Files.write(folder.resolve("film.mp4"), film);
        String id = curl("video", "-F", "media=@" + file, "-F", "description={\"title\":\"t\"}").path("media_id").asText();

        JsonNode video = ApiClient.json(run("-s", call(ApiClient.GET_MATERIAL), "-d", "{\"media_id\":\"" + id + "\"}"));

        run("-s", "-o", folder.resolve("down").toString(), video.path("down_url").asText());
        assertThat(folder.resolve("down")).hasBinaryContent(film);
    }

    @Test
    void aPictureForArticlesAndTemporaryMedia() throws Exception {
        byte[] picture = Samples.picture("png");
        Path file = Files.write(folder.resolve("a.png"), picture);

        JsonNode article = ApiClient.json(run("-s", call(ApiClient.UPLOADIMG), "-F", "media=@" + file));
        run("-s", "-o", folder.resolve("article").toString(), article.path("url").asText());
        assertThat(folder.resolve("article")).hasBinaryContent(picture);
        JsonNode temporary = ApiClient.json(run("-s", call(ApiClient.MEDIA_UPLOAD) + "&type=image", "-F", "media=@" + file));
        String id = temporary.path("media_id").asText();
        // the name is the one that the answer suggests
        run("-s", "-O", "-J", "--output-dir", folder.toString(), call(ApiClient.MEDIA_GET) + "&media_id=" + id);
        assertThat(folder.resolve(id + ".png")).hasBinaryContent(picture);
    }

    @Test
    void aPictureFromAContainerWithoutAToken() throws Exception {
        Path file = Files.write(folder.resolve("file.png"), Samples.picture("png"));
        String port = wechat.cloud().url().replaceAll(".*:", "");
        String[] call = {
                "-si", "--resolve", "api.weixin.qq.com:" + port + ":127.0.0.1", "-F", "media=@" + file,
                "http://api.weixin.qq.com:" + port + ADD_MATERIAL + "?type=image" };

        assertThat(run(call)).startsWith("HTTP/1.1 200 OK\r\n").containsIgnoringCase("\r\nx-openapi-seqid: ")
                .contains("\"media_id\":");
        wechat.cloud().service(ServiceState.MISSING);
        assertThat(run(call)).startsWith("HTTP/1.1 404 Not Found\r\n").doesNotContainIgnoringCase("seqid")
                .endsWith("\r\n\r\n");
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void aPictureWithAWechatToken() throws Exception {
        Path file = Files.write(folder.resolve("file.png"), Samples.picture("png"));

        JsonNode answer = ApiClient.json(run(
                "-s", "-F", "media=@" + file, wechat.url() + ADD_MATERIAL + "?type=image&cloudbase_access_token="
                                              + wechat.cloud().tokens().current()));

        assertThat(answer.path("media_id").asText()).hasSize(64);
    }

    private void assertUpAndDown(String type, String name, byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve(name), bytes);
        String id = curl(type, "-F", "media=@" + file).path("media_id").asText();
        Path down = folder.resolve("down");
        run("-s", "-o", down.toString(), call(ApiClient.GET_MATERIAL), "-d", "{\"media_id\":\"" + id + "\"}");
        assertThat(down).hasBinaryContent(bytes);
    }

    private static JsonNode curl(String type, String... form) throws Exception {
        String[] arguments = new String[form.length + 2];
        arguments[0] = "-s";
        arguments[1] = address(type);
        System.arraycopy(form, 0, arguments, 2, form.length);
        return ApiClient.json(run(arguments));
    }

    private static String address(String type) {
        return call(ADD_MATERIAL) + "&type=" + type;
    }

    private static String call(String path) {
        return wechat.url() + path + "?access_token=" + wechat.tokens().issue("wxdemo");
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
