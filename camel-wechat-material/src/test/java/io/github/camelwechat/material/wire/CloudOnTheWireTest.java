package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.WechatApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Calls from a container of WeChat's cloud hosting: what goes out, and what the answers of its gateway mean. */
class CloudOnTheWireTest {

    private static final byte[] PICTURE = Samples.png(5000, 1);
    private static final String SEQID = "x-openapi-seqid: 6371\r\n";
    private static final String CLOUD = "credentials=cloud&requestTimeout=20000";

    @TempDir
    Path folder;

    private static void relayed(RawConnection connection) throws Exception {
        while (true) {
            connection.readRequest();
            connection.answer(SEQID, RawConnection.GOOD);
        }
    }

    private static RawServer answering(String status, String headers, String body) throws Exception {
        return new RawServer(connection -> {
            connection.readRequest();
            connection.send(
                    "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "Content-Length: " + body.length()
                            + "\r\n\r\n"
                            + body);
        });
    }

    @ParameterizedTest
    @CsvSource({
            "'',/cgi-bin/material/add_material?type=image",
            "&fromAppId=wx2,/cgi-bin/material/add_material?from_appid=wx2&type=image" })
    void sideProcessGetsNoToken(String options, String path) throws Exception {
        try (RawServer server = new RawServer(CloudOnTheWireTest::relayed);
             Uploader uploader = new Uploader(server.url(), CLOUD + options)) {
            assertThat(uploader.upload(PICTURE, "camel.png").mediaId()).isEqualTo("MEDIA");

            assertThat(server.requests()).hasSize(1).first().extracting(RawRequest::requestLine)
                    .isEqualTo("POST " + path + " HTTP/1.1");
        }
    }

    @Test
    void idInAnErrorOfTheGatewayIsTold() throws Exception {
        try (RawServer server = answering("502 Bad Gateway", SEQID, "{\"error_code\":1,\"media_id\":\"MEDIA\"}");
             Uploader uploader = new Uploader(server.url(), CLOUD)) {
            assertThatThrownBy(() -> uploader.upload(PICTURE, "camel.png")).isInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContaining("502 (1, media_id MEDIA)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x-openapi-seqid:\r\n", "x-openapi-seqid: \r\n" })
    void successPastTheSideProcessIsNoneAndTellsItsId(String headers) throws Exception {
        try (RawServer server = answering("200 OK", headers, RawConnection.GOOD);
             Uploader uploader = new Uploader(server.url(), CLOUD)) {
            UnexpectedAnswerException failure = catchThrowableOfType(
                    UnexpectedAnswerException.class, () -> uploader.upload(PICTURE, "camel.png"));

            assertThat(failure).hasMessageContainingAll(
                    "x-openapi-seqid", "stored, with media_id MEDIA and url", "deploy a new version");
            assertThat(failure.getFields()).containsEntry("media_id", "MEDIA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"code\":\"INVALID_PATH\",\"message\":\"no such path\",\"requestId\":\"r\"}",
            "{\"errcode\":\"INVALID_PATH\",\"errmsg\":\"no such path\"}",
            "{\"error_type\":\"GatewayError\",\"error_code\":\"INVALID_PATH\",\"error_message\":\"no such path\"}" })
    void errorOfTheGatewayInAGoodAnswerIsTold(String body) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "TOKEN-1");
        for (String options : List.of(CLOUD, "credentials=cloudToken&cloudFile=" + file)) {
            try (RawServer server = answering("200 OK", SEQID, body); Uploader uploader = new Uploader(server.url(), options)) {
                UnexpectedAnswerException failure = catchThrowableOfType(
                        UnexpectedAnswerException.class, () -> uploader.upload(PICTURE, "camel.png"));

                assertThat(failure).hasMessageContainingAll("INVALID_PATH, no such path)", "200", "is on the list");
                assertThat(failure.getFields()).containsValue("no such path");
                assertThat(failure.mayHaveTakenEffect()).isTrue();
            }
        }
    }

    @Test
    void errorOfAGatewayPastTheSideProcessSaysSo() throws Exception {
        try (RawServer server = answering("200 OK", "", "{\"code\":1,\"message\":\"no\"}");
             Uploader uploader = new Uploader(server.url(), CLOUD)) {
            assertThatThrownBy(() -> uploader.upload(PICTURE, "camel.png")).isInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContainingAll("x-openapi-seqid", "deploy a new version");
        }
    }

    @Test
    void fieldOfTheGatewayBesideAnIdIsNoError() throws Exception {
        try (RawServer server = answering("200 OK", SEQID, "{\"code\":0,\"message\":\"ok\",\"media_id\":\"MEDIA\"}");
             Uploader uploader = new Uploader(server.url(), CLOUD)) {
            assertThat(uploader.upload(PICTURE, "camel.png").mediaId()).isEqualTo("MEDIA");
        }
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        try (RawServer other = new RawServer(CloudOnTheWireTest::relayed);
             RawServer server = answering("307 Temporary Redirect", SEQID + "Location: " + other.url() + "\r\n", "");
             Uploader uploader = new Uploader(server.url(), CLOUD)) {
            assertThatThrownBy(() -> uploader.upload(PICTURE, "camel.png")).isInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContaining("307");
            assertThat(other.connections()).isEmpty();
        }
    }

    @Test
    void emptyAnswerOf404MeansThatTheServiceIsMissing() throws Exception {
        try (RawServer server = answering("404 Not Found", "", "");
             Uploader uploader = new Uploader(server.url(), CLOUD)) {
            UnexpectedAnswerException failure = catchThrowableOfType(
                    UnexpectedAnswerException.class, () -> uploader.upload(PICTURE, "camel.png"));

            assertThat(failure).hasMessageContainingAll(
                    "404 with an empty body instead of an answer of WeChat's interface",
                    "The open interface service is not in this version", "deploy a new version");
            assertThat(failure.getHttpStatus()).isEqualTo(404);
        }
    }

    @Test
    void errorOfTheGatewayIsTold() throws Exception {
        try (RawServer server = answering(
                "502 Bad Gateway", "",
                "{\"error_type\":\"GatewayError\",\"error_code\":-501000,\"error_message\":\"upstream went away\"}");
             Uploader uploader = new Uploader(server.url(), CLOUD)) {
            UnexpectedAnswerException failure = catchThrowableOfType(
                    UnexpectedAnswerException.class, () -> uploader.upload(PICTURE, "camel.png"));

            assertThat(failure).hasMessageContainingAll(
                    "502", "(GatewayError, -501000, upstream went away)", "is on the list");
            assertThat(failure.getFields()).containsEntry("error_code", "-501000");
            assertThat(failure.mayHaveTakenEffect()).isTrue();
        }
    }

    @Test
    void errorOfTheGatewayIsToldWithATokenToo() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "PLANTED-TOKEN-1");
        try (RawServer server = answering(
                "502 Bad Gateway", "", "{\"error_type\":\"GatewayError\",\"error_message\":\"PLANTED-TOKEN-1 went away\"}");
             Uploader uploader = new Uploader(server.url(), "credentials=cloudToken&cloudFile=" + file)) {
            assertThatThrownBy(() -> uploader.upload(PICTURE, "camel.png")).isInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContainingAll("502 (GatewayError, xxxxxx went away)", "is on the list")
                    .hasMessageNotContaining("PLANTED");
        }
    }

    @Test
    void otherAnswersThanThoseOfTheSideProcessNeedNoSequenceId() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "TOKEN-1");
        try (RawServer server = answering("404 Not Found", "", "");
             Uploader uploader = new Uploader(server.url(), "credentials=cloudToken&cloudFile=" + file)) {
            assertThatThrownBy(() -> uploader.upload(PICTURE, "camel.png")).isInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContaining("404").hasMessageNotContaining("open interface service");

            server.goOnWith(RawConnection::serve);
            assertThat(uploader.upload(PICTURE, "camel.png").mediaId()).isEqualTo("MEDIA");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "200 OK | {\"errcode\":41001,\"errmsg\":\"access_token missing rid: 1\"} | 41001 | the open interface service is off",
            "200 OK | {\"errcode\":85105,\"errmsg\":\"not authorized\"} | 85105 | fromAppId",
            "200 OK | {\"errcode\":85107,\"errmsg\":\"no\"} | 85107 | below /cgi-bin/material/",
            "502 Bad Gateway | {\"error_code\":85107,\"error_message\":\"no\"} | 85107 | below /cgi-bin/material/",
            "502 Bad Gateway | {\"errcode\":85112,\"errmsg\":\"cloudbase_secret not found\"} | 85112 | report it",
            "502 Bad Gateway | {\"error_type\":\"GatewayError\",\"error_code\":\"SafeLinkError\",\"error_message\":\"cloudbase_secret"
                                                                                                                   + " not found\"} | 85112 | report it" })
    void codeOfCloudHostingHasAdvice(String status, String body, int code, String advice) throws Exception {
        try (RawServer server = answering(status, SEQID, body); Uploader uploader = new Uploader(server.url(), CLOUD)) {
            WechatApiException refusal = catchThrowableOfType(
                    WechatApiException.class, () -> uploader.upload(PICTURE, "camel.png"));

            assertThat(refusal.getErrcode()).isEqualTo(code);
            assertThat(refusal.getAdvice()).contains(advice);
            assertThat(refusal.isRetryable()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "200 OK;{\"errcode\":85113,\"errmsg\":\"cloudbase_token is not ready yet, please try again later\"}",
            "502 Bad Gateway;{\"error_message\":\"cloudbase_token is not ready yet, please try again later\"}",
            "200 OK;{\"code\":\"NotReady\",\"message\":\"cloudbase_token is not ready yet, please try again later\"}",
            "200 OK;{\"code\":85113,\"message\":\"try again later\"}" })
    void serviceThatIsNotReadyYetIsWaitedFor(String answer) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        String[] parts = answer.split(";", -1);
        try (RawServer server = new RawServer(connection -> {
            while (true) {
                connection.readRequest();
                String body = asked.incrementAndGet() <= 2 ? parts[1] : RawConnection.GOOD;
                connection.send(
                        "HTTP/1.1 " + (asked.get() <= 2 ? parts[0] : "200 OK") + "\r\n" + SEQID + "Content-Length: "
                                + body.length() + "\r\n\r\n" + body);
            }
        }); Uploader uploader = new Uploader(server.url(), CLOUD + "&maxConcurrentRequests=1")) {
            assertThat(uploader.upload(PICTURE, "camel.png").mediaId()).isEqualTo("MEDIA");
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void requestTimeoutEndsTheWait() throws Exception {
        try (RawServer server = answering("200 OK", SEQID, "{\"errcode\":85113,\"errmsg\":\"not ready\"}");
             Uploader uploader = new Uploader(server.url(), "credentials=cloud&requestTimeout=1200")) {
            WechatApiException refusal = catchThrowableOfType(
                    WechatApiException.class, () -> uploader.upload(PICTURE, "camel.png"));

            assertThat(refusal.getErrcode()).isEqualTo(85113);
            assertThat(refusal.isRetryable()).isTrue();
            assertThat(refusal.mayHaveTakenEffect()).isFalse();
        }
    }

    @Test
    void otherAccountsDoNotWait() throws Exception {
        try (RawServer server = answering("200 OK", "", "{\"errcode\":85113,\"errmsg\":\"not ready\"}");
             Uploader uploader = new Uploader(server.url(), "requestTimeout=20000")) {
            assertThatThrownBy(() -> uploader.upload(PICTURE, "camel.png")).isInstanceOf(WechatApiException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void tokenOfTheContainerGoesInItsOwnParameter() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "TOKEN/1+2=\n");
        try (RawServer server = new RawServer(RawConnection::serve); Uploader uploader = new Uploader(
                server.url(), "credentials=cloudToken&fromAppId=wxm&cloudFile=" + file)) {
            uploader.upload(PICTURE, "camel.png");

            assertThat(server.requests()).first().extracting(RawRequest::requestLine).isEqualTo(
                    "POST /cgi-bin/material/add_material?cloudbase_access_token=TOKEN%2F1%2B2%3D@wxm&type=image HTTP/1.1");
        }
    }

    @Test
    void uploadsGoOnWhileTheFileIsReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "TOKEN-0");
        Set<String> valid = ConcurrentHashMap.newKeySet();
        valid.add("TOKEN-0");
        try (RawServer server = new RawServer(connection -> {
            while (true) {
                String line = connection.readRequest().requestLine();
                boolean good = valid.stream().anyMatch(token -> line.contains("cloudbase_access_token=" + token + "&"));
                connection.answer(good ? RawConnection.GOOD : "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");
            }
        }); Uploader uploader = new Uploader(server.url(), "credentials=cloudToken&cloudFile=" + file)) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                AtomicInteger done = new AtomicInteger();
                List<CompletableFuture<Void>> uploads = IntStream.range(0, 200).mapToObj(i -> CompletableFuture.runAsync(() -> {
                    try {
                        uploader.upload(PICTURE, "camel.png");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    int now = done.incrementAndGet();
                    if (now % 50 == 0) {
                        valid.add("TOKEN-" + now);
                        replace(file, "TOKEN-" + now);
                        valid.remove("TOKEN-" + (now - 50));
                    }
                }, threads)).toList();

                CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new))
                        .get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
                assertThat(valid).containsExactly("TOKEN-200");
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static void replace(Path file, String token) {
        try {
            Path next = Files.writeString(file.resolveSibling("next"), token);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sameTokenAgainIsFinal() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "PLANTED-TOKEN-1");
        try (RawServer server = answering("200 OK", "", "{\"errcode\":40001,\"errmsg\":\"PLANTED-TOKEN-1 is invalid\"}");
             Uploader uploader = new Uploader(server.url(), "credentials=cloudToken&fromAppId=wxm&cloudFile=" + file)) {
            assertThatThrownBy(() -> uploader.upload(PICTURE, "camel.png")).isInstanceOf(WechatApiException.class)
                    .hasMessageContaining("40001").hasMessageNotContaining("PLANTED");
            assertThat(server.requests()).hasSize(1);
        }
    }
}
