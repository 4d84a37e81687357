package io.github.camelwechat.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.sun.net.httpserver.HttpServer;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.journal.Channel;
import io.github.camelwechat.simulator.library.NewsArticle;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.TokenLife;
import io.github.camelwechat.simulator.push.Event;
import io.github.camelwechat.simulator.push.Push;
import io.github.camelwechat.simulator.rule.AccountState;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands and the pieces of Java in the simulator's README do what it says. */
class SimulatorPageTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @RegisterExtension
    static final WechatSimulatorExtension strict = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", "secret")
                    .account("wxdemo", account -> account.dailyLimit("/cgi-bin/material/add_material", 100)
                            .ipWhitelist(List.of("10.1.2.3")))
                    .switches(switches -> switches.videosListedByTitle(true)));

    private static final Path file = Path.of("target/cloud/cloudbase_access_token");

    @RegisterExtension
    static final WechatSimulatorExtension hosted = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", "secret")
                    .cloud(CloudEnvironment.ownedBy("wxdemo").tokenFile(file)
                            .settings(cloud -> cloud.allowedPaths(List.of("/cgi-bin/material/*")))));

    @TempDir
    Path folder;

    private static void upload(String url, String fileName) throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("classpath:testing/simulator.properties");
        main.addOverrideProperty("camel.component.wechat-material.api-url", url);
        main.start();
        try {
            main.getCamelTemplate().send("wechat-material:default?fileName=" + fileName,
                    exchange -> exchange.getMessage().setBody(Pictures.png()));
        } finally {
            main.stop();
        }
    }

    @Test
    void uploads() throws Exception {
        wechat.faults().nth("/cgi-bin/material/add_material", 2, Fault.errcode(45009));

        upload(wechat.url(), "a.png");
        upload(wechat.url(), "b.png");

        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        assertThat(wechat.journal().count("/cgi-bin/material/add_material")).isEqualTo(2);
    }

    @Test
    void withoutJunit() throws Exception {
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "secret").data(folder).start()) {
            upload(wechat.url(), "a.png");
        }

        try (WechatSimulator again = WechatSimulator.builder().app("wxdemo", "secret").data(folder).start()) {
            assertThat(again.library("wxdemo").materials()).hasSize(1);
        }
    }

    @Test
    void whatAnAccountMayDo() throws Exception {
        strict.account("wxdemo").forbid("/cgi-bin/material/batchget_material").state(AccountState.SECRET_FROZEN);
        strict.switches().listDelay(Duration.ofSeconds(30));

        upload(strict.url(), "a.png");

        assertThat(strict.journal().entries()).extracting(call -> call.errcode()).containsExactly(40164);
        assertThat(strict.switches().videosListedByTitle()).isTrue();
        strict.library("wxdemo").addNews(NewsArticle.of("title", "<p>text</p>"));
        assertThat(strict.library("wxdemo").news()).hasSize(1);
    }

    @Test
    void platformIsPushedTicketsAndAuthorizations() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/wechat", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("success".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/wechat";
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "secret")
                .platform("wxplatform", "platform-secret").start()) {
            Platform platform = wechat.platform("wxplatform").callbackUrl(url)
                    .authorizerTokenLife(new TokenLife(Duration.ofSeconds(3), Duration.ZERO));
            Push ticket = platform.tickets().push();
            assertThat(ticket.awaitEnd(Duration.ofSeconds(10))).isEqualTo(Push.State.DELIVERED);
            platform.merchants().authorize("wxdemo", Set.of(7, 11), null);
            platform.merchants().withdraw("wxdemo");
            platform.pushes().send(new Event("notify_third_fasteregister", Instant.now(), Map.of("status", 0)));

            for (Push push : platform.pushes().all()) {
                assertThat(push.awaitEnd(Duration.ofSeconds(10))).as("%s", push).isEqualTo(Push.State.DELIVERED);
            }
            assertThat(platform.pushes().all()).extracting(Push::infoType)
                    .containsExactly("component_verify_ticket", "authorized", "unauthorized", "notify_third_fasteregister");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void containerCallsWithoutAToken() throws Exception {
        String token = Files.readString(file);
        uploadFromContainer(hosted.cloud().url(), "a.png");
        hosted.cloud().service(ServiceState.MISSING).notReadyFor(Duration.ofSeconds(30));
        hosted.cloud().tokens().rotate();

        assertThat(hosted.library("wxdemo").materials()).hasSize(1);
        assertThat(hosted.journal().entries()).extracting(call -> call.channel()).containsExactly(Channel.SIDE_PROCESS);
        assertThat(hosted.cloud().ready()).isFalse();
        assertThat(Files.readString(file)).isEqualTo(hosted.cloud().tokens().current()).isNotEqualTo(token);
    }

    private static void uploadFromContainer(String url, String fileName) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--XyZ\r\nContent-Disposition: form-data; name=\"media\"; filename=\"" + fileName + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(Pictures.png());
        form.writeBytes("\r\n--XyZ--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/cgi-bin/material/add_material?type=image"))
                .header("Content-Type", "multipart/form-data; boundary=XyZ")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("x-openapi-seqid")).as(answer.body()).isPresent();
    }

    @Test
    void everyCommandDoesWhatItIsFor() throws Exception {
        Files.write(folder.resolve("picture.png"), Pictures.png());
        Files.write(folder.resolve("film.mp4"), Bodies.mp4(1000));
        try (WechatSimulator simulator = WechatSimulator.builder().app("wxdemo", "secret")
                .platform("wxplatform", "platform-secret")
                .cloud(CloudEnvironment.ownedBy("wxdemo").tokenFile(folder.resolve("cloudbase_access_token"))).start()) {
            Path script = Files.writeString(folder.resolve("commands.sh"), script(URI.create(simulator.url())));
            Process bash = new ProcessBuilder("bash", script.toString()).directory(folder.toFile()).redirectErrorStream(true)
                    .start();
            bash.getOutputStream().close();
            String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bash.waitFor()).as(said).isZero();

            assertThat(said.replace("\"errmsg\":\"ok\"", "")).doesNotContain("errmsg").contains("\"total_count\":1",
                    "\"sha256\"");
            assertThat(simulator.journal().entries()).as("what came after the reset").extracting(call -> call.channel())
                    .containsExactly(Channel.SIDE_PROCESS, Channel.PUBLIC);
            assertThat(simulator.library("wxdemo").articlePictures()).hasSize(2);
            assertThat(simulator.cloud().service()).isEqualTo(ServiceState.MISSING);
            assertThat(simulator.account("wxdemo").state()).isEqualTo(AccountState.SECRET_FROZEN);
            assertThat(simulator.faults().gates()).isEmpty();
        }
    }

    /** The page's lines, with an address and an id that are there; bash stops at the first command that is refused. */
    private static String script(URI url) throws IOException {
        List<String> lines = new ArrayList<>(List.of("set -euo pipefail", "curl() { command curl -sSf \"$@\"; echo; }"));
        for (Page.Block block : SimulatorPage.commands()) {
            for (String line : block.lines()) {
                if (line.contains("MEDIA_ID") && lines.stream().noneMatch(before -> before.startsWith("MEDIA_ID="))) {
                    lines.add("MEDIA_ID=$(curl $url/__simulator/apps/wxdemo/materials"
                              + " | sed 's/.*\"media_id\":\"\\([^\"]*\\)\".*/\\1/')");
                }
                lines.add(line.replace("MEDIA_ID", "$MEDIA_ID").replaceFirst("^url=.*", "url=" + url));
            }
        }
        return String.join("\n", lines);
    }
}
