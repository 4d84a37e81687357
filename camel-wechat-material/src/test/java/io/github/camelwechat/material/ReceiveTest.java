package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.WechatMaterialException;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A push is answered, whatever it is, and nothing of it but what it is about stays on the message. */
class ReceiveTest {

    private static final String URI = "wechat-material-platform:my-platform";
    private static final Map<String, Object> ANSWER
            = Map.of(Exchange.CONTENT_TYPE, "text/plain; charset=utf-8", Exchange.HTTP_RESPONSE_CODE, 200);

    @TempDir
    static Path folder;

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private final SdkPushes sdk = new SdkPushes();

    @BeforeEach
    void platform() {
        wechat.platform("my-platform");
    }

    private Exchange post(SdkPushes.Push push) {
        return send("POST", push.query(), push.body(), Map.of());
    }

    private Exchange send(String method, String query, Object body, Map<String, Object> more) {
        return wechat.send(URI, exchange -> {
            Map<String, Object> headers = new HashMap<>(
                    Map.of(
                            "timestamp", List.of("666", "1735689600"), "user-agent", "Mozilla/4.0", "Content-Type", "text/xml",
                            Exchange.HTTP_URI, "/push", "X-Planted", "planted-header"));
            if (method != null) {
                headers.put(Exchange.HTTP_METHOD, method);
            }
            if (query != null) {
                headers.put(Exchange.HTTP_QUERY, query);
            }
            headers.putAll(more);
            exchange.getMessage().setHeaders(headers);
            exchange.getMessage().setBody(body);
            exchange.setProperty(Exchange.CHARSET_NAME, "UTF-16");
        });
    }

    private static void assertAnswered(Exchange exchange, int status, String body) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(body);
        assertThat(exchange.getMessage().getHeaders())
                .isEqualTo(with(Exchange.HTTP_RESPONSE_CODE, status));
        assertThat(exchange.getProperty(Exchange.CHARSET_NAME)).isNull();
    }

    private static void assertStored(Exchange exchange, Map<String, Object> more) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("success");
        Map<String, Object> headers = new HashMap<>(ANSWER);
        headers.putAll(more);
        assertThat(exchange.getMessage().getHeaders()).isEqualTo(headers);
        assertThat(exchange.getProperty(Exchange.CHARSET_NAME)).isNull();
        assertThat(exchange.getAllProperties().values().toString()).doesNotContain("@@@");
    }

    private static Map<String, Object> with(String header, Object value) {
        Map<String, Object> headers = new HashMap<>(ANSWER);
        headers.put(header, value);
        return headers;
    }

    @Test
    void ticketIsAnsweredAfterItIsStored() {
        assertStored(post(sdk.ticket()), Map.of(WechatMaterialPlatformConstants.INFO_TYPE, "component_verify_ticket"));
    }

    @Test
    void eventOfAnAccountLeavesItsAppId() {
        assertStored(post(sdk.authorized()), Map.of(
                WechatMaterialPlatformConstants.INFO_TYPE, "authorized",
                WechatMaterialPlatformConstants.MERCHANT, SdkPushes.MERCHANT));
        assertStored(post(sdk.unauthorized()), Map.of(
                WechatMaterialPlatformConstants.INFO_TYPE, "unauthorized",
                WechatMaterialPlatformConstants.MERCHANT, SdkPushes.MERCHANT));
    }

    @Test
    void eventOfAnotherKindIsAnswered() {
        assertStored(
                post(sdk.of(Instant.now(), "<InfoType>notify_third_fasteregister</InfoType>")),
                Map.of(WechatMaterialPlatformConstants.INFO_TYPE, "notify_third_fasteregister"));
    }

    static Stream<Arguments> bodies() {
        return Stream.<Named<Function<String, Object>>> of(
                Named.of("String", text -> text), Named.of("byte[]", text -> text.getBytes(UTF_8)),
                Named.of("InputStream", ReceiveTest::stream), Named.of("StreamCache", ReceiveTest::read),
                Named.of("StreamCache of characters", ReaderCache::new),
                Named.of("ByteBuffer", text -> ByteBuffer.wrap(text.getBytes(UTF_8))), Named.of("File", ReceiveTest::file),
                Named.of("Path", text -> file(text).toPath())).map(Arguments::of);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** {@return a cache whose bytes an earlier step has read} */
    private static InputStreamCache read(String text) {
        InputStreamCache cache = new InputStreamCache(text.getBytes(UTF_8));
        assertThat(cache.readAllBytes()).isNotEmpty();
        return cache;
    }

    private static File file(String text) {
        try {
            return Files.writeString(folder.resolve("push.xml"), text).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyOfAnyKindIsRead(Function<String, Object> kind) {
        SdkPushes.Push push = sdk.ticket();

        assertStored(
                send("POST", push.query(), kind.apply(push.body()), Map.of()),
                Map.of(WechatMaterialPlatformConstants.INFO_TYPE, "component_verify_ticket"));
    }

    /** A queue between the consumer and here has no method. */
    @Test
    void pushWithoutMethodIsTaken() {
        SdkPushes.Push push = sdk.ticket();

        assertStored(
                send(null, push.query(), push.body(), Map.of()),
                Map.of(WechatMaterialPlatformConstants.INFO_TYPE, "component_verify_ticket"));
    }

    @Test
    void checkOfTheAddressIsEchoed() {
        String signature = SHA1.gen(Wechat.PLATFORM_TOKEN, "1714036504", "1514711492");
        String query = "signature=" + signature + "&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249";

        assertAnswered(send("GET", query, null, Map.of()), 200, "4375120948345356249");
        assertAnswered(send("GET", query.replace("nonce=1", "nonce=2"), null, Map.of()), 403, "");
        assertAnswered(send("HEAD", query, null, Map.of()), 403, "");
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "post", "" })
    void pushByAnotherMethodIsRefused(String method) {
        SdkPushes.Push push = sdk.ticket();

        assertAnswered(send(method, push.query(), push.body(), Map.of()), 403, "");
    }

    static Stream<Object> forms() {
        return Stream.of(
                "application/x-www-form-urlencoded", "APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8",
                "multipart/form-data; boundary=a", "Multipart/Mixed;boundary=a", List.of("text/xml", "multipart/form-data"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formIsRefused(Object contentType) {
        SdkPushes.Push push = sdk.ticket();

        assertAnswered(
                send("POST", push.query(), push.body(), Map.of(Exchange.CONTENT_TYPE, contentType)), 403, "");
    }

    @Test
    void fieldsThatAConsumerHasMadeAreRefused() {
        SdkPushes.Push push = sdk.ticket();

        assertAnswered(send("POST", push.query(), Map.of(push.body(), ""), Map.of()), 403, "");
    }

    @ParameterizedTest
    @CsvSource({ "65536,403", "65537,413", "1000000,413" })
    void bodyOverTheLimitIsRefused(int length, int status) {
        String body = " ".repeat(length);

        assertAnswered(send("POST", sdk.ticket().query(), body, Map.of()), status, "");
        assertAnswered(send("POST", sdk.ticket().query(), stream(body), Map.of()), status, "");
        assertAnswered(send("POST", sdk.ticket().query(), body.getBytes(UTF_8), Map.of()), status, "");
    }

    @Test
    void bodyIsReadNoFurtherThanItsLimit() {
        int[] read = { 0 };
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                read[0] += length;
                Arrays.fill(bytes, offset, offset + length, (byte) ' ');
                return length;
            }
        };

        assertAnswered(send("POST", sdk.ticket().query(), endless, Map.of()), 413, "");
        assertThat(read[0]).isEqualTo(65_537);
    }

    static Stream<Exception> failures() {
        return Stream.of(
                new IOException("planted"), new IllegalStateException("planted"), new UncheckedIOException(new IOException()),
                new TimeoutException("planted"), new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void bodyThatFailsIsRefused(Exception failure) {
        InputStream failing = new InputStream() {
            @Override
            public int read() {
                throw ReceiveTest.<RuntimeException> undeclared(failure);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        };

        assertAnswered(send("POST", sdk.ticket().query(), failing, Map.of()), 403, "");
    }

    @SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
    private static <X extends Exception> X undeclared(Exception failure) throws X {
        throw (X) failure;
    }

    @ParameterizedTest
    @MethodSource("strangeBodies")
    void bodyOfAStrangeKindIsRefused(Object body) {
        assertAnswered(send("POST", sdk.ticket().query(), body, Map.of()), 403, "");
    }

    static Stream<Object> strangeBodies() {
        return Stream.of(new Object(), List.of("a"), 42, new File("/there/is/none"), new byte[0], "");
    }

    @Test
    void pushOfAnotherTimeOrPlatformIsRefused() {
        Instant now = Instant.now();
        String fields = "<InfoType>component_verify_ticket</InfoType><ComponentVerifyTicket>t</ComponentVerifyTicket>";

        assertAnswered(post(sdk.of(now.minus(Duration.ofMinutes(11)), fields)), 403, "");
        assertAnswered(post(sdk.of(now.plus(Duration.ofMinutes(11)), fields)), 403, "");
        assertAnswered(post(new SdkPushes("wxforeign").of(now, fields)), 403, "");
        assertAnswered(send("POST", null, sdk.ticket().body(), Map.of()), 403, "");
        assertAnswered(
                send("POST", List.of(sdk.ticket().query()).toString(), sdk.ticket().body(), Map.of()), 403, "");
    }

    @Test
    void headerSelectsNoOperation() {
        SdkPushes.Push push = sdk.ticket();

        assertStored(
                send("POST", push.query(), push.body(), Map.of(
                        WechatMaterialConstants.OPERATION, "queryAuth", WechatMaterialPlatformConstants.AUTH_CODE, "c",
                        "operation", "queryAuth")),
                Map.of(WechatMaterialPlatformConstants.INFO_TYPE, "component_verify_ticket"));
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void routeGoesOnWithTheAnswerOnItsOwnThread(boolean synchronous) throws Exception {
        SdkPushes.Push push = sdk.ticket();
        String[] thread = { "" };
        Thread caller = Thread.currentThread();
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:push").to(URI + "?synchronous=" + synchronous).process(exchange -> {
                    thread[0] = Thread.currentThread() == caller ? "caller" : Thread.currentThread().getName();
                });
            }
        });

        Exchange exchange = wechat.send("direct:push", sent -> {
            sent.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
            sent.getMessage().setHeader(Exchange.HTTP_QUERY, push.query());
            sent.getMessage().setBody(push.body());
        });

        assertThat(exchange.getMessage().getBody()).isEqualTo("success");
        assertThat(thread[0]).matches(synchronous ? "caller" : "caller|.*WechatMaterial(Extra)?\\b.*");
    }

    @Test
    void pushThatCannotBeStoredFailsWithAnEmptyMessage() throws Exception {
        Path store = movedStore();

        Exchange exchange = post(sdk.unauthorized());

        assertThat(exchange.getException()).isInstanceOf(WechatMaterialException.class).hasMessageContaining(store.toString());
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(exchange.getMessage().getBody()).isEqualTo("");
    }

    /** Camel gives the next attempt the message as it was. */
    @Test
    void redeliveryStoresIt() throws Exception {
        Path store = movedStore();
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0)
                        .onRedelivery(failed -> Files.move(elsewhere(store), store)));
                from("direct:push").to(URI);
            }
        });
        SdkPushes.Push push = sdk.unauthorized();

        Exchange exchange = wechat.send("direct:push", sent -> {
            sent.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
            sent.getMessage().setHeader(Exchange.HTTP_QUERY, push.query());
            sent.getMessage().setBody(stream(push.body()));
        });

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("success");
    }

    /** {@return the folder of an open store, which is elsewhere} */
    private Path movedStore() throws IOException {
        Path store = folder.resolve("store" + System.nanoTime());
        wechat.component().getPlatforms().get("my-platform").setStore("file:" + store);
        assertStored(post(sdk.ticket()), Map.of(WechatMaterialPlatformConstants.INFO_TYPE, "component_verify_ticket"));
        Files.move(store, elsewhere(store));
        return store;
    }

    private static Path elsewhere(Path store) {
        return store.resolveSibling(store.getFileName() + "-elsewhere");
    }
}
