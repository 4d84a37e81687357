package io.github.camelwechat.pushes;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import me.chanjar.weixin.common.util.crypto.SHA1;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Pushes by HTTP to the same route behind each consumer: genuine ones are stored, and the others change nothing. */
class PushTest {

    private static final Duration WECHATS_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LIMIT_OF_A_REFUSAL = Duration.ofSeconds(3);
    private static final int LARGE = 100_000_000;
    /** Of HTTP itself; the type of the answer is looked at. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "connection", "content-length", "content-type", "date", "server", "transfer-encoding");
    private static final String ENTITY = "<!DOCTYPE a [<!ENTITY e SYSTEM 'http://127.0.0.1:9/'>]>";
    private static final String LAUGHS = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                                         + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>"
                                         + "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>]>";

    @TempDir
    static Path folder;

    private static final Map<HttpConsumer, RunningServer> SERVERS = new EnumMap<>(HttpConsumer.class);

    /** Why the SDK for Node cannot run here; null if it can. */
    private static @Nullable String withoutNode;

    @BeforeAll
    static void start() throws Exception {
        for (HttpConsumer consumer : HttpConsumer.values()) {
            SERVERS.put(consumer, new RunningServer(consumer, folder));
        }
        try {
            Sdk.install();
        } catch (IllegalStateException e) {
            assertThat(System.getenv("CI")).as(e.getMessage()).isNotEqualTo("true");
            withoutNode = e.getMessage();
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(RunningServer::close);
    }

    private static RunningServer server(HttpConsumer consumer) {
        return SERVERS.get(consumer);
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map().keySet()).allSatisfy(
                header -> assertThat(OF_THE_SERVER).contains(header.toLowerCase(Locale.ROOT)));
        assertThat(answer.headers().firstValue("content-type").orElse("none").toLowerCase(Locale.ROOT))
                .matches("text/plain; ?charset=utf-8");
    }

    static Stream<Arguments> senders() {
        return Stream.of(HttpConsumer.values())
                .flatMap(consumer -> Stream.of(Sdk.values()).map(sdk -> arguments(consumer, sdk)));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void genuinePushIsStoredAndAnswered(HttpConsumer consumer, Sdk sdk) throws Exception {
        assumeTrue(sdk == Sdk.WEIXIN_JAVA || withoutNode == null, withoutNode);
        RunningServer server = server(consumer);
        String ticket = "ticket@@@" + sdk;
        Push push = sdk.ticket(ticket);
        // what is loaded with the first one is not measured
        server.post(sdk.ticket(ticket));
        Instant begin = Instant.now();

        HttpResponse<String> answer = server.post(push);

        assertThat(Duration.between(begin, Instant.now())).isLessThan(WECHATS_PATIENCE);
        assertAnswer(answer, 200, "success");
        assertAnswer(
                server.post(sdk.push("<InfoType>authorized</InfoType><AuthorizerAppid>" + sdk.shop() + "</AuthorizerAppid>"
                                     + "<AuthorizationCode>code@@@1</AuthorizationCode>"
                                     + "<AuthorizationCodeExpiredTime>3600</AuthorizationCodeExpiredTime>")),
                200, "success");
        assertThat(server.stored().toString()).contains(ticket, sdk.shop(), "code@@@1");
        assertThat(server.log())
                .contains("CamelWechatMaterialInfoType=authorized", "CamelWechatMaterialMerchant=" + sdk.shop())
                .doesNotContain("@@@", "planted-header");
    }

    @ParameterizedTest
    @EnumSource
    void addressIsChecked(HttpConsumer consumer) throws Exception {
        String query = "signature=" + SHA1.gen(PushServer.TOKEN, "1714036504", "1514711492")
                       + "&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249";

        assertAnswer(server(consumer).send(server(consumer).request(query).build()), 200, "4375120948345356249");
        assertAnswer(server(consumer).send(server(consumer).request(query + "1").build()), 200, "43751209483453562491");
        assertAnswer(server(consumer).send(server(consumer).request("a=b&" + query.replace("=17", "=18")).build()), 403, "");
    }

    /** Headers of the sender that have the names of Camel's, of WeChat's parameters, or of the body's encoding. */
    @ParameterizedTest
    @EnumSource
    void headersOfTheSenderHaveNoEffect(HttpConsumer consumer) throws Exception {
        Push push = Sdk.WEIXIN_JAVA.ticket("ticket@@@headers");

        HttpResponse<String> answer = server(consumer).send(
                server(consumer).request(push.query() + "&operation=queryAuth")
                        .header("Content-Type", "text/xml; charset=utf-16").header("timestamp", "666").header("nonce", "a")
                        .header("CamelHttpQuery", "a=b").header("CamelHttpMethod", "GET").header("CamelHttpRawQuery", "a=b")
                        .header("CamelHttpResponseCode", "302").header("Location", "http://evil.example")
                        .header("CamelWechatMaterialOperation", "queryAuth").header("CamelWechatMaterialAuthCode", "c")
                        .POST(BodyPublishers.ofString(push.body())).build());

        assertAnswer(answer, 200, "success");
    }

    @ParameterizedTest
    @EnumSource
    void hostilePushIsRefusedAndChangesNothing(HttpConsumer consumer) throws Exception {
        RunningServer server = server(consumer);
        server.post(Sdk.WEIXIN_JAVA.ticket("ticket@@@before"));
        Map<String, String> before = server.stored();
        int logged = server.log().length();

        for (Map.Entry<String, Function<RunningServer, HttpResponse<String>>> hostile : hostile().entrySet()) {
            Instant begin = Instant.now();
            HttpResponse<String> answer = hostile.getValue().apply(server);
            assertThat(Duration.between(begin, Instant.now())).as(hostile.getKey()).isLessThan(LIMIT_OF_A_REFUSAL);
            try {
                assertAnswer(answer, 403, "");
            } catch (AssertionError e) {
                throw new AssertionError(hostile.getKey() + ": " + e.getMessage(), e);
            }
        }

        assertThat(server.stored()).isEqualTo(before);
        assertThat(server.log().substring(logged)).doesNotContain("\tat ", "@@@", "Exception");
    }

    /** Some servers refuse it themselves. */
    @ParameterizedTest
    @EnumSource
    void brokenFormIsRefused(HttpConsumer consumer) throws Exception {
        RunningServer server = server(consumer);
        Push push = Sdk.WEIXIN_JAVA.ticket("ticket@@@form");

        HttpResponse<String> answer = server.send(
                server.request(push.query()).header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString(push.body())).build());

        assertThat(answer.statusCode()).isIn(400, 403);
        assertThat(answer.body()).doesNotContain("\tat ", "planted-header");
        assertThat(server.stored().toString()).doesNotContain("ticket@@@form");
    }

    /** WeChat repeats the push then. */
    @ParameterizedTest
    @EnumSource
    void pushThatCannotBeStoredIsNotAnsweredAsIfItWere(HttpConsumer consumer) throws Exception {
        RunningServer server = server(consumer);
        Push push = Sdk.WEIXIN_JAVA.push("<InfoType>unauthorized</InfoType><AuthorizerAppid>wxunstored</AuthorizerAppid>");

        HttpResponse<String> answer = server.whileNothingCanBeStored(() -> server.post(push));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("\tat ", "planted-header");
        assertThat(answer.headers().map().toString()).doesNotContain("planted-header", "nonce");
        assertAnswer(server.post(push), 200, "success");
        assertThat(server.stored().toString()).contains("wxunstored");
    }

    private interface Sending {
        HttpResponse<String> by(RunningServer server) throws Exception;
    }

    private static Function<RunningServer, HttpResponse<String>> sending(Sending sending) {
        return server -> {
            try {
                return sending.by(server);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Map<String, Function<RunningServer, HttpResponse<String>>> hostile() {
        Sdk sdk = Sdk.WEIXIN_JAVA;
        Push push = sdk.ticket("ticket@@@hostile");
        Instant old = Instant.now().minus(Duration.ofMinutes(11));
        Push tooOld = sdk.push(PushServer.APP_ID, Sdk.message(old, Sdk.ticketFields("ticket@@@hostile")));
        Push late = Push.signed(
                String.valueOf(old.getEpochSecond()), String.valueOf(Instant.now().getEpochSecond()), tooOld.encrypt());
        Map<String, Function<RunningServer, HttpResponse<String>>> all = new LinkedHashMap<>();
        all.put("form", sending(server -> server.send(server.request(push.query())
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(push.body()))
                .build())));
        all.put("multipart", sending(server -> server.send(server.request(push.query())
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.xml\"\r\n\r\n"
                                              + push.body() + "\r\n--b--\r\n"))
                .build())));
        all.put("doubled timestamp", sending(server -> server.post(push.query() + "&timestamp=1", push.body())));
        all.put("11 minutes old", sending(server -> server.post(tooOld)));
        all.put("11 minutes old, swapped", sending(server -> server.post(late.swapped())));
        all.put("of a foreign AppID",
                sending(server -> server.post(sdk.push("wxforeign", Sdk.message(Instant.now(), Sdk.ticketFields("t"))))));
        all.put("cut", sending(server -> server.post(push.cut())));
        all.put("with an entity", sending(server -> server.post(push.query(), ENTITY + push.body())));
        all.put("with laughs", sending(server -> server.post(push.query(), LAUGHS + "<xml><Encrypt>&e;</Encrypt></xml>")));
        all.put("with an entity inside", sending(server -> server.post(sdk.push(PushServer.APP_ID,
                ENTITY + Sdk.message(Instant.now(), Sdk.ticketFields("&e;"))))));
        all.put("with laughs inside", sending(server -> server.post(sdk.push(PushServer.APP_ID,
                LAUGHS + Sdk.message(Instant.now(), "<InfoType>&e;</InfoType>")))));
        all.put("without query", sending(server -> server.post("", push.body())));
        all.put("without body", sending(server -> server.post(push.query(), "")));
        all.put("with PUT", sending(server -> server.send(
                server.request(push.query()).PUT(BodyPublishers.ofString(push.body())).build())));
        all.put("JSON", sending(server -> server.send(server.request(push.query()).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"Encrypt\":\"a\"}")).build())));
        return all;
    }

    /** A server that has a limit of its own answers by itself, or closes the connection. */
    @ParameterizedTest
    @EnumSource
    void largeBodyIsRefusedInLittleMemory(HttpConsumer consumer) throws Exception {
        RunningServer server = server(consumer);
        Push push = Sdk.WEIXIN_JAVA.ticket("ticket@@@large");
        char[] blanks = new char[65_537];
        Arrays.fill(blanks, ' ');

        assertAnswer(server.post(push.query(), new String(blanks)), 413, "");
        for (long length : List.of(-1L, (long) LARGE)) {
            assertThat(server.post(push.query(), new Blanks(), length)).isIn(413, 400, 0);
        }
        Stream.generate(() -> LARGE).limit(3).parallel().forEach(length -> {
            try {
                server.post(push.query(), new Blanks(), length);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertAnswer(server.post(push), 200, "success");
        assertThat(server.isAlive()).isTrue();
        assertThat(server.log()).doesNotContain("OutOfMemory");
    }

    /** More bytes than the heap has. */
    private static final class Blanks extends InputStream {

        private int left = LARGE;

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = Math.min(left, length);
            Arrays.fill(bytes, offset, offset + count, (byte) ' ');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
