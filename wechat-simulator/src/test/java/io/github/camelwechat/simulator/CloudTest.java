package io.github.camelwechat.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.journal.Channel;
import io.github.camelwechat.simulator.journal.JournalEntry;
import io.github.camelwechat.simulator.platform.TokenLife;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/** Cloud calls: through the side channel without a token, and with a WeChat token through the ordinary port. */
class CloudTest {

    private static final String SEQUENCE_ID = "x-openapi-seqid";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxshop", "secret").app("wxother", "secret2").cloud("wxshop").clock(noon()));

    private final ApiClient client = new ApiClient(wechat::url);
    private final ApiClient container = new ApiClient(() -> wechat.cloud().url());
    private CloudHosting cloud;

    @BeforeEach
    void rotate() {
        cloud = wechat.cloud();
        cloud.tokens().rotate();
    }

    @Test
    void callWithoutTokenIsMadeForTheOwner() {
        HttpResponse<String> first = upload("?type=image");
        HttpResponse<String> second = upload("?type=image");

        assertThat(json(first).path("media_id").asText()).hasSize(64);
        assertThat(wechat.library("wxshop").materials()).hasSize(2);
        assertThat(sequenceId(first)).isNotEmpty().isNotEqualTo(sequenceId(second));
        assertThat(wechat.journal().entries(ADD_MATERIAL)).extracting(JournalEntry::appId, JournalEntry::channel)
                .containsOnly(tuple("wxshop", Channel.SIDE_PROCESS));
    }

    @Test
    void fromAppIdNamesAnAccountThatSharesTheEnvironment() {
        assertThat(errcode(upload("?type=image&from_appid=wxother"))).isEqualTo(85105);
        assertThat(errcode(upload("?type=image&from_appid=wxnobody"))).isEqualTo(40013);
        assertThat(errcode(upload("?type=image&from_appid=wxshop"))).isZero();

        cloud.sharedWith(List.of("wxother"));

        assertThat(errcode(upload("?type=image&from_appid=wxother"))).isZero();
        assertThat(wechat.library("wxother").materials()).hasSize(1);
        assertThat(wechat.library("wxshop").materials()).hasSize(1);
        assertThat(wechat.journal().entries(ADD_MATERIAL).get(3).appId()).isEqualTo("wxother");
        assertThatIllegalArgumentException().isThrownBy(() -> cloud.sharedWith(List.of("wxnobody")))
                .withMessage("No app 'wxnobody' here; known are wxshop, wxother");
    }

    @Test
    void fromAppIdElsewhereIsNotedAsWithoutEffect() {
        client.get(COUNT + "?from_appid=wxother&cloudbase_access_token=" + cloud.tokens().current());

        assertThat(wechat.journal().entries(COUNT)).singleElement().satisfies(entry -> {
            assertThat(entry.appId()).isEqualTo("wxshop");
            assertThat(entry.warnings()).singleElement().asString().startsWith("from_appid has no effect here");
        });
    }

    @Test
    void pathListBindsBothWays() {
        cloud.allowedPaths(List.of(COUNT));
        String token = cloud.tokens().current();

        assertThat(errcode(container.get(COUNT))).isZero();
        assertThat(errcode(count(token))).isZero();
        HttpResponse<String> refused = upload("?type=image");
        assertThat(errcode(refused)).isEqualTo(85107);
        assertThat(json(refused).path("errmsg").asText()).matches("URL不在白名单内 rid: [0-9a-f-]{26}");
        assertThat(sequenceId(refused)).isNotEmpty();
        assertThat(errcode(client.post(BATCHGET + "?cloudbase_access_token=" + token, "{}"))).isEqualTo(85107);
        assertThat(errcode(container.get("/cgi-bin/nothing"))).isEqualTo(85107);
        assertThat(errcode(client.get(COUNT + "?access_token=" + wechat.tokens().issue("wxshop")))).isZero();

        cloud.allowedPaths(List.of("/cgi-bin/material/*"));
        assertThat(errcode(upload("?type=image"))).isZero();
        assertThat(errcode(container.get("/cgi-bin/getcallbackip"))).isEqualTo(85107);
        cloud.allowedPaths(List.of());
        assertThat(errcode(container.get(COUNT))).isEqualTo(85107);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/cgi-bin/material/add_materials", "/cgi-bin/materials/*", "", "http://api.weixin.qq.com/*" })
    void pathListHasPathsOfInterfacesOnly(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> cloud.allowedPaths(List.of(COUNT, path)))
                .withMessageStartingWith("'" + path + "' is not the path of an interface; served are /cgi-bin/");
        assertThat(cloud.allowedPaths()).containsExactly("/*");
    }

    @Test
    void draftsAndQuotasHaveNoCloudCall() {
        String token = cloud.tokens().current();

        assertThat(errcode(container.get("/cgi-bin/draft/count"))).isEqualTo(48001);
        assertThat(errcode(client.get("/cgi-bin/draft/count?cloudbase_access_token=" + token))).isEqualTo(48001);
        assertThat(errcode(container.post("/cgi-bin/clear_quota", "{\"appid\":\"wxshop\"}"))).isEqualTo(48001);
        assertThat(errcode(container.get("/cgi-bin/nothing"))).isEqualTo(40066);
        assertThat(errcode(container.post(COUNT, "{}"))).isEqualTo(43001);
    }

    @Test
    void noCredentialIsAddedWhereTheInterfaceTakesNoAccessToken() {
        String request = "{\"grant_type\":\"client_credential\",\"appid\":\"wxshop\",\"secret\":\"secret\"}";

        assertThat(json(container.post(STABLE_TOKEN, request)).has("access_token")).isTrue();
        wechat.account("wxshop").ipWhitelist(List.of("10.1.2.3"));
        assertThat(errcode(container.post(STABLE_TOKEN, request))).isEqualTo(40164);
        assertThat(errcode(container.post("/cgi-bin/component/api_create_preauthcode", "{}"))).isEqualTo(41001);
    }

    @Test
    void whitelistAndRequiredHttpsDoNotBindCloudCallsButQuotasDo() {
        wechat.account("wxshop").ipWhitelist(List.of("10.1.2.3")).dailyLimit(COUNT, 2);
        assertThat(errcode(container.get(COUNT))).isZero();
        assertThat(errcode(count(cloud.tokens().current()))).isZero();
        assertThat(errcode(container.get(COUNT))).isEqualTo(45009);

        wechat.account("wxshop").dailyLimit(COUNT, 100);
        wechat.switches().httpsRequired(true);
        assertThat(errcode(container.get(COUNT))).isZero();
        assertThat(errcode(count(cloud.tokens().current()))).isEqualTo(43003);
        wechat.account("wxshop").forbid(ADD_MATERIAL);
        assertThat(errcode(upload("?type=image"))).isEqualTo(48001);
    }

    @Test
    void cloudCallsWaitUntilTheEnvironmentIsReady() {
        cloud.notReadyFor(Duration.ofSeconds(30));
        String token = cloud.tokens().current();

        HttpResponse<String> early = upload("?type=image");
        assertThat(errcode(early)).isEqualTo(85113);
        assertThat(json(early).path("errmsg").asText())
                .startsWith("cloudbase_token is not ready yet, please try again later rid: ");
        assertThat(sequenceId(early)).isNotEmpty();
        assertThat(errcode(count(token))).isEqualTo(85113);
        forward(Duration.ofSeconds(29));
        assertThat(errcode(upload("?type=image"))).isEqualTo(85113);
        forward(Duration.ofSeconds(1));
        assertThat(errcode(upload("?type=image"))).isZero();
        assertThat(errcode(count(token))).isZero();
        assertThat(wechat.library("wxshop").materials()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> cloud.notReadyFor(Duration.ofSeconds(-1)))
                .withMessage("The time must be 0 to 1 day, not PT-1S");
    }

    @Test
    void serviceThatIsOffLeavesTheRequestAsItIs() {
        cloud.service(ServiceState.OFF);

        HttpResponse<String> answer = upload("?type=image");

        assertThat(errcode(answer)).isEqualTo(41001);
        assertThat(sequenceId(answer)).isEmpty();
        assertThat(errcode(container.get(COUNT + "?access_token=" + wechat.tokens().issue("wxother")))).isZero();
        assertThat(wechat.journal().entries()).extracting(JournalEntry::channel).containsOnly(Channel.PUBLIC);
    }

    @Test
    void missingSideProcessAnswersWithNothing() {
        cloud.service(ServiceState.MISSING);

        HttpResponse<String> answer = upload("?type=image");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(sequenceId(answer)).isEmpty();
        assertThat(wechat.library("wxshop").materials()).isEmpty();
        assertThat(wechat.journal().entries(ADD_MATERIAL)).singleElement().satisfies(
                entry -> assertThat(entry.channel()).isEqualTo(Channel.DEAD_END));
        assertThat(errcode(count(cloud.tokens().current()))).isZero();
        cloud.service(ServiceState.ON);
        assertThat(errcode(upload("?type=image"))).isZero();
    }

    @Test
    void answersCanLackTheSequenceId() {
        cloud.sequenceIds(false);

        HttpResponse<String> answer = upload("?type=image");

        assertThat(json(answer).has("media_id")).isTrue();
        assertThat(sequenceId(answer)).isEmpty();
    }

    @Test
    void tokenThatComesAlongIsTheOneThatCounts() {
        String token = wechat.tokens().issue("wxother");
        assertThat(errcode(upload("?type=image&access_token=" + token))).isZero();
        assertThat(wechat.library("wxother").materials()).hasSize(1);

        wechat.tokens().expire("wxother");

        assertThat(errcode(upload("?type=image&access_token=" + token))).isEqualTo(42001);
        assertThat(errcode(upload("?type=image&access_token="))).isEqualTo(41001);
    }

    @Test
    void wechatTokenOpensTheOwnersLibrary() {
        String token = cloud.tokens().current();

        assertThat(errcode(client.post(ADD_MATERIAL + "?type=image&cloudbase_access_token=" + token,
                ApiClient.form("a.png", Samples.picture("png"), null), "multipart/form-data; boundary=XyZ"))).isZero();
        assertThat(wechat.library("wxshop").materials()).hasSize(1);
        assertThat(wechat.journal().entries(ADD_MATERIAL)).singleElement().satisfies(entry -> {
            assertThat(entry.appId()).isEqualTo("wxshop");
            assertThat(entry.channel()).isEqualTo(Channel.PUBLIC);
        });
        assertThat(errcode(count(cloud.tokens().issue()))).isZero();
        assertThat(errcode(container.get(COUNT + "?cloudbase_access_token=" + token))).isZero();
        assertThat(errcode(count(""))).isEqualTo(41001);
        assertThat(errcode(count("garbage"))).isEqualTo(40014);
        assertThat(errcode(count("97_" + "x".repeat(133)))).isEqualTo(40001);
        assertThat(errcode(count(token + "@wxshop"))).isEqualTo(40014);
        assertThat(errcode(client.get(COUNT + "?access_token=" + token))).isEqualTo(40001);
    }

    @Test
    void wechatTokensEndOnCommand() {
        String token = cloud.tokens().current();
        cloud.tokens().expire();
        assertThat(errcode(count(token))).isEqualTo(42001);
        assertThat(cloud.tokens().valid()).isEmpty();
        String next = cloud.tokens().rotate();
        cloud.tokens().displace();
        assertThat(errcode(count(next))).isEqualTo(40001);
        assertThat(cloud.tokens().current()).isEqualTo(next);
    }

    @Test
    void tokenFileRotatesOnCommandAndByTheClock(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("wx/cloudbase_access_token");
        try (WechatSimulator own = WechatSimulator.builder().app("wxshop", "secret").clock(noon())
                .cloud(CloudEnvironment.ownedBy("wxshop").tokenFile(file)).start()) {
            ApiClient anyone = new ApiClient(own::url);
            String first = Files.readString(file);
            assertThat(first).isEqualTo(own.cloud().tokens().current());
            String second = own.cloud().tokens().rotate();
            assertThat(Files.readString(file)).isEqualTo(second).isNotEqualTo(first);
            assertThat(filesIn(file)).containsExactly(file);

            own.clock().forward(Duration.ofMinutes(10).minusSeconds(1));
            assertThat(errcode(count(anyone, first))).isZero();
            own.clock().forward(Duration.ofSeconds(1));
            assertThat(errcode(count(anyone, first))).isEqualTo(40001);
            own.clock().forward(Duration.ofMinutes(100));
            // ten minutes before its end, and before the call is answered at the latest
            assertThat(errcode(count(anyone, second))).isZero();
            String third = Files.readString(file);
            assertThat(third).isNotEqualTo(second);
            own.clock().forward(Duration.ofMinutes(10));
            assertThat(errcode(count(anyone, second))).isEqualTo(42001);
            assertThat(errcode(count(anyone, third))).isZero();
        }
    }

    @Test
    void newTokenIsInTheFileBeforeTheOldOneEnds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cloudbase_access_token");
        TokenLife life = new TokenLife(Duration.ofSeconds(3), Duration.ZERO);
        try (WechatSimulator own = WechatSimulator.builder().app("wxshop", "secret").clock(noon()).cloud(
                CloudEnvironment.ownedBy("wxshop").tokenFile(file).settings(hosting -> hosting.tokenLife(life))).start()) {
            ApiClient anyone = new ApiClient(own::url);
            for (int i = 0; i < 20; i++) {
                String old = Files.readString(file);
                assertThat(errcode(count(anyone, old))).isZero();
                own.clock().forward(Duration.ofSeconds(3));
                assertThat(errcode(count(anyone, old))).isEqualTo(42001);
                assertThat(errcode(count(anyone, Files.readString(file)))).isZero();
            }
        }
    }

    @Test
    void tokenFileThatCannotBeWrittenIsExplained(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        CloudEnvironment impossible = CloudEnvironment.ownedBy("wxshop").tokenFile(file.resolve("token"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(WechatSimulator.builder().app("wxshop", "secret").cloud(impossible)::start)
                .withMessage("The token file " + file.resolve("token") + " cannot be written, " + file
                             + " is a file: give another");

        Path below = folder.resolve("folder");
        try (WechatSimulator own = WechatSimulator.builder().app("wxshop", "secret").clock(noon())
                .cloud(CloudEnvironment.ownedBy("wxshop").tokenFile(below.resolve("token"))).start()) {
            String token = own.cloud().tokens().current();
            Files.delete(below.resolve("token"));
            Files.delete(below);
            Files.writeString(below, "in its place");
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> own.cloud().tokens().rotate())
                    .withMessageStartingWith("The token file " + below.resolve("token") + " cannot be written");
            assertThat(own.cloud().tokens().current()).isEqualTo(token);
            assertThat(own.cloud().tokens().valid()).containsExactly(token);
            assertThat(own.cloud().tokens().fileError()).contains(below.toString());
            Files.delete(below);
            assertThat(own.cloud().tokens().rotate()).isEqualTo(Files.readString(below.resolve("token")));
            assertThat(own.cloud().tokens().fileError()).isNull();
        }
    }

    @Test
    void platformsEnvironmentCallsForItsMerchants() {
        try (WechatSimulator own = WechatSimulator.builder().app("wxshop", "secret").app("wxother", "secret2")
                .platform("wxplatform", "platform-secret").cloud("wxplatform").clock(noon()).start()) {
            ApiClient anyone = new ApiClient(own::url);
            ApiClient inside = new ApiClient(() -> own.cloud().url());
            String token = own.cloud().tokens().current();
            assertThat(errcode(count(anyone, token))).isEqualTo(61015);
            assertThat(errcode(count(anyone, token + "@wxshop"))).isEqualTo(61003);
            assertThat(errcode(count(anyone, token + "@wxnobody"))).isEqualTo(40013);
            assertThat(errcode(inside.get(COUNT))).isEqualTo(61015);

            own.platform("wxplatform").merchants().authorize("wxshop");
            own.platform("wxplatform").merchants().authorize("wxother", List.of(7), null);

            assertThat(errcode(count(anyone, token + "@wxshop"))).isZero();
            assertThat(errcode(count(anyone, token + "%40wxshop"))).isZero();
            assertThat(errcode(count(anyone, token + "@wxother"))).isEqualTo(61007);
            assertThat(errcode(count(anyone, "garbage@wxshop"))).isEqualTo(40014);
            assertThat(errcode(inside.get(COUNT + "?from_appid=wxshop"))).isZero();
            assertThat(errcode(inside.get(COUNT + "?from_appid=wxother"))).isEqualTo(61007);
            own.platform("wxplatform").merchants().withdraw("wxshop");
            assertThat(errcode(count(anyone, token + "@wxshop"))).isEqualTo(61003);
            assertThat(own.journal().entries(COUNT)).extracting(JournalEntry::appId).startsWith("wxplatform", "wxshop");
        }
    }

    @Test
    void gatewaysTroubleIsJsonOfAnotherShape() {
        wechat.faults().next(ADD_MATERIAL, Fault.gatewayError());

        HttpResponse<String> answer = upload("?type=image");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json(answer).has("errcode")).isFalse();
        assertThat(json(answer).properties()).extracting(Map.Entry::getKey)
                .containsExactly("request_id", "error_type", "error_code", "error_message");
        assertThat(sequenceId(answer)).isNotEmpty();
        assertThat(wechat.library("wxshop").materials()).isEmpty();
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(85112));
        assertThat(json(upload("?type=image")).path("errmsg").asText()).startsWith("cloudbase_secret not found rid: ");
    }

    @Test
    void sideChannelIsCalledByWechatsNameButNotByPagesAndHasNoCommands() throws IOException {
        assertThat(raw(wechat.cloud().url(), "Host: api.weixin.qq.com")).startsWith("HTTP/1.1 200 ").contains("image_count");
        assertThat(raw(wechat.cloud().url(), "Host: wechat.test")).startsWith("HTTP/1.1 403 ");
        assertThat(raw(wechat.cloud().url(), "Host: localhost\r\nOrigin: http://evil.test")).startsWith("HTTP/1.1 403 ");
        assertThat(raw(wechat.url(), "Host: api.weixin.qq.com")).startsWith("HTTP/1.1 403 ");
        assertThat(errcode(container.get("/__simulator"))).isEqualTo(40066);
    }

    @Test
    void resetBringsBackWhatTheBuilderHasSetAndKeepsTokens() {
        CloudEnvironment environment
                = CloudEnvironment.ownedBy("wxshop").settings(hosting -> hosting.allowedPaths(List.of(COUNT)));
        try (WechatSimulator own = WechatSimulator.builder().app("wxshop", "secret").app("wxother", "secret2")
                .cloud(environment).clock(noon()).start()) {
            String token = own.cloud().tokens().current();
            own.cloud().service(ServiceState.OFF).allowedPaths(List.of("/*")).sharedWith(List.of("wxother"))
                    .notReadyFor(Duration.ofHours(1)).sequenceIds(false)
                    .tokenLife(new TokenLife(Duration.ofSeconds(3), Duration.ZERO));

            own.reset();

            assertThat(own.cloud().service()).isEqualTo(ServiceState.ON);
            assertThat(own.cloud().allowedPaths()).containsExactly(COUNT);
            assertThat(own.cloud().sharedWith()).isEmpty();
            assertThat(own.cloud().ready()).isTrue();
            assertThat(own.cloud().sequenceIds()).isTrue();
            assertThat(own.cloud().tokens().life())
                    .isEqualTo(new TokenLife(Duration.ofHours(2), Duration.ofMinutes(10)));
            assertThat(own.cloud().tokens().valid()).containsExactly(token);
        }
    }

    @Test
    void mistakesInTheBuilderAreExplained() {
        WechatSimulatorBuilder unknown = WechatSimulator.builder().app("wxshop", "secret")
                .platform("wxplatform", "platform-secret").cloud("wxnobody");
        assertThatIllegalArgumentException().isThrownBy(unknown::start)
                .withMessage("No app 'wxnobody' here; known are wxshop, wxplatform");
        assertThatIllegalArgumentException().isThrownBy(() -> CloudEnvironment.ownedBy("wxshop").port(65536))
                .withMessage("Port 65536 is not between 0 and 65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cloud.tokenLife(new TokenLife(Duration.ofSeconds(3), Duration.ofSeconds(3))))
                .withMessageContaining("must be shorter than its life, not PT3S of PT3S");
        try (WechatSimulator none = WechatSimulator.builder().app("wxshop", "secret").start()) {
            assertThatIllegalStateException().isThrownBy(none::cloud).withMessageContaining("has no cloud hosting");
            assertThat(errcode(count(new ApiClient(none::url), cloud.tokens().current()))).isEqualTo(40001);
        }
    }

    @Test
    void takenPortOfTheSideChannelEndsTheOtherToo() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        int taken = Integer.parseInt(wechat.cloud().url().replaceAll(".*:", ""));
        WechatSimulatorBuilder builder
                = WechatSimulator.builder().app("wxshop", "secret").port(port)
                        .cloud(CloudEnvironment.ownedBy("wxshop").port(taken));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(builder::start)
                .withMessageContaining("Port " + taken + " on 127.0.0.1 cannot be used");
        WechatSimulator.builder().app("wxshop", "secret").port(port).start().close();
    }

    @Test
    void wechatTokenIsInNoText() {
        String token = cloud.tokens().current();
        cloud.allowedPaths(List.of(COUNT, "/cgi-bin/openapi/rid/get"));
        JsonNode refused = json(client.post(BATCHGET + "?cloudbase_access_token=" + token, "{}"));
        String rid = refused.path("errmsg").asText().replaceAll(".* rid: ", "");

        JsonNode looked = json(container.post("/cgi-bin/openapi/rid/get", "{\"rid\":\"" + rid + "\"}"));

        assertThat(looked.path("request").path("request_url").asText()).startsWith("cloudbase_access_token=97_")
                .endsWith("xxxx");
        assertThat(looked.toString() + wechat.journal().entries() + cloud.tokens()).doesNotContain(token);
    }

    private HttpResponse<String> upload(String query) {
        return container.post(ADD_MATERIAL + query, ApiClient.form("a.png", Samples.picture("png"), null),
                "multipart/form-data; boundary=XyZ");
    }

    private HttpResponse<String> count(String token) {
        return count(client, token);
    }

    private static HttpResponse<String> count(ApiClient by, String token) {
        return by.get(COUNT + "?cloudbase_access_token=" + token);
    }

    private static String sequenceId(HttpResponse<String> answer) {
        return answer.headers().firstValue(SEQUENCE_ID).orElse("");
    }

    private static int errcode(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).path("errcode").asInt();
    }

    private static String raw(String url, String headers) throws IOException {
        try (RawSocket socket = new RawSocket(url)) {
            socket.send("GET " + COUNT + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n\r\n");
            return socket.answer();
        }
    }

    private static List<Path> filesIn(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.toList();
        }
    }

    private static void forward(Duration by) {
        wechat.clock().forward(by);
    }

    private static Clock noon() {
        return Clock.fixed(Instant.parse("2026-11-29T04:00:00Z"), ZoneOffset.UTC);
    }
}
