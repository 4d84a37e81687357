package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Each operation against each way in which a connection fails: the exception that the manual names, the callback once,
 * and the permit free for the next call.
 */
class EveryOperationOnTheWireTest {

    private static final String TOKEN = "the-token";
    /** What is good for every operation. */
    private static final String GOOD
            = "{\"errcode\":0,\"media_id\":\"M\",\"url\":\"http://u\",\"down_url\":\"http://d\",\"item\":[],"
              + "\"total_count\":0,\"image_count\":0,\"news_item\":[{\"title\":\"t\"}]}";
    private static final String ARTICLE = "{\"title\":\"t\",\"content\":\"c\",\"thumb_media_id\":\"M\"}";
    private static final List<String> OPERATIONS = List.of(
            "addMaterial", "uploadImage", "getMaterial", "delMaterial", "getMaterialCount", "batchGetMaterial", "addDraft",
            "updateDraft", "getDraft", "deleteDraft", "getDraftCount", "batchGetDraft");
    private static final Map<String, Class<? extends Exception>> ENDS = Map.of(
            "reset after the request", UnknownOutcomeException.class,
            "closed after the request", UnknownOutcomeException.class,
            "silence", UnknownOutcomeException.class,
            "cut-off JSON", UnknownOutcomeException.class,
            "502 with HTML", UnexpectedAnswerException.class,
            "412", UnexpectedAnswerException.class,
            "a page of a proxy", UnexpectedAnswerException.class,
            "no HTTP", UnexpectedAnswerException.class,
            "errcode", WechatApiException.class,
            "errcode as text with control characters", WechatApiException.class);

    static Stream<Arguments> failures() {
        return OPERATIONS.stream().flatMap(operation -> ENDS.keySet().stream().sorted()
                .map(way -> arguments(operation, way)));
    }

    private static void fail(String way, RawConnection connection) throws Exception {
        connection.readRequest();
        switch (way) {
            case "reset after the request" -> connection.reset();
            case "closed after the request" -> connection.close();
            case "silence" -> connection.readRest();
            case "cut-off JSON" -> connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"media_id\":\"M");
            case "502 with HTML" -> connection.send(
                    "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>502</html>");
            case "412" -> connection.send("HTTP/1.1 412 Precondition Failed\r\nConnection: close\r\n\r\n");
            case "a page of a proxy" -> connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>log in</html>");
            case "no HTTP" -> connection.send("SSH-2.0-OpenSSH\r\n\r\n");
            case "errcode" -> connection.lastAnswer("{\"errcode\":45009,\"errmsg\":\"reach max\"}");
            case "errcode as text with control characters" -> connection.answer(
                    "Content-Type: text/plain\r\nConnection: close\r\n", "{\"errcode\":45009,\"errmsg\":\"reach\u0001\nmax\"}");
            default -> throw new IllegalArgumentException(way);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("failures")
    void endsOnceAsTheManualSays(String operation, String way) throws Exception {
        try (RawServer server = new RawServer(connection -> fail(way, connection));
             Caller caller = new Caller(server.url(), operation)) {
            caller.call();
            assertThat(caller.exchange.getException()).isExactlyInstanceOf(ENDS.get(way))
                    .hasMessageStartingWith(operation + ":").hasMessageNotContaining(TOKEN);

            server.goOnWith(connection -> {
                while (true) {
                    connection.readRequest();
                    connection.answer(GOOD);
                }
            });
            caller.call();
            assertThat(caller.exchange.getException()).isNull();
        }
    }

    /** It must not pass for an empty library, or for a material deleted. */
    @ParameterizedTest
    @MethodSource("operations")
    void anObjectWithoutWechatsFieldsIsNoAnswer(String operation) throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.lastAnswer("{\"status\":\"ok\"}");
        }); Caller caller = new Caller(server.url(), operation)) {
            caller.call();
            assertThat(caller.exchange.getException()).isExactlyInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageStartingWith(operation + ":");
        }
    }

    static List<String> operations() {
        return OPERATIONS;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withoutAConnectionNothingWasSent(String operation) throws Exception {
        String url;
        try (RawServer server = new RawServer(RawConnection::stall)) {
            url = server.url();
        }
        try (Caller caller = new Caller(url, operation)) {
            caller.call();
            assertThat(caller.exchange.getException()).isExactlyInstanceOf(NotSentException.class);
        }
    }

    @Test
    void aGetHasNoBodyAndNoLengthAndAPostAlwaysALength() throws Exception {
        for (String operation : OPERATIONS) {
            try (RawServer server = new RawServer(connection -> {
                connection.readRequest();
                connection.lastAnswer(GOOD);
            }); Caller caller = new Caller(server.url(), operation)) {
                caller.call();

                String head = server.requests().get(0).head();
                boolean get = operation.endsWith("Count");
                assertThat(head).startsWith(get ? "GET " : "POST ").contains("access_token=" + TOKEN)
                        .doesNotContainIgnoringCase("transfer-encoding").doesNotContainIgnoringCase("expect:");
                assertThat(head.toLowerCase(Locale.ROOT).contains("content-length:")).isEqualTo(!get);
            }
        }
    }

    /** One exchange after the other, handed to the producer as a route does. */
    private static final class Caller implements AutoCloseable {

        private final DefaultCamelContext context = new DefaultCamelContext();
        private final AsyncProducer producer;
        private final String operation;
        private Exchange exchange;

        Caller(String apiUrl, String operation) throws Exception {
            this.operation = operation;
            context.addComponent("wechat-material", new WechatMaterialComponent());
            context.start();
            producer = context.getEndpoint(
                    "wechat-material:wx?accessToken=" + TOKEN + "&apiUrl=" + apiUrl + "&operation=" + operation
                                           + "&maxConcurrentRequests=1&responseTimeout=500&requestTimeout=20000&type=image")
                    .createAsyncProducer();
            producer.start();
        }

        void call() throws Exception {
            exchange = producer.getEndpoint().createExchange();
            exchange.getMessage().setBody(List.of("addDraft", "updateDraft").contains(operation) ? ARTICLE : Samples.png());
            exchange.getMessage().setHeader(WechatMaterialConstants.MEDIA_ID, "M");
            AtomicInteger callbacks = new AtomicInteger();
            CountDownLatch done = new CountDownLatch(1);
            producer.process(exchange, doneSync -> {
                callbacks.incrementAndGet();
                done.countDown();
            });
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(callbacks).hasValue(1);
        }

        @Override
        public void close() throws IOException {
            context.close();
        }
    }
}
