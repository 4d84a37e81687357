package io.github.camelwechat.material.wire;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the component sends, byte by byte. */
class RequestOnTheWireTest {

    private static final byte[] PNG = Samples.png(5000, 1);

    @TempDir
    Path folder;

    @Test
    void anUploadIsOnePostWithItsLengthAndNothingThatWechatStumblesOver() throws Exception {
        try (RawServer server = new RawServer(RawConnection::serve); Uploader uploader = new Uploader(server.url())) {
            uploader.upload(Files.write(folder.resolve("骆驼.png"), PNG), null);

            assertThat(server.requests()).hasSize(1);
            RawRequest request = server.requests().get(0);
            assertThat(request.requestLine())
                    .isEqualTo("POST /cgi-bin/material/add_material?access_token=TOKEN-1&type=image HTTP/1.1");
            assertThat(request.header("Content-Length")).containsExactly(String.valueOf(request.body().length));
            assertThat(request.header("Content-Type")).singleElement().asString()
                    .matches("multipart/form-data; boundary=[0-9A-Za-z]{20,70}");
            assertThat(request.header("Host")).singleElement().isEqualTo(server.url().substring("http://".length()));
            assertNothingElse(request);
        }
    }

    @Test
    void theFormIsClosedByTheBoundaryOfTheHeaderAndALineEndAndNothingFollows() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + RawConnection.GOOD);
        }); Uploader uploader = new Uploader(server.url())) {
            uploader.upload(PNG, "camel.png");

            RawRequest request = server.requests().get(0);
            String boundary = request.header("Content-Type").get(0).replaceFirst(".*=", "");
            assertThat(new String(request.body(), UTF_8)).startsWith("--" + boundary + "\r\n")
                    .endsWith("\r\n--" + boundary + "--\r\n");
        }
    }

    @Test
    void theTokenIsAskedForByJsonWithItsLength() throws Exception {
        try (RawServer server = new RawServer(RawConnection::serve);
             Uploader uploader = new Uploader(server.url(), "secret=s3cret")) {
            uploader.upload(PNG, "camel.png");

            RawRequest request = server.requests().get(0);
            assertThat(request.requestLine()).isEqualTo("POST /cgi-bin/stable_token HTTP/1.1");
            assertThat(request.header("Content-Length")).containsExactly(String.valueOf(request.body().length));
            assertThat(request.header("Content-Type")).containsExactly("application/json; charset=utf-8");
            assertThat(new String(request.body(), UTF_8)).isEqualTo(
                    "{\"grant_type\":\"client_credential\",\"appid\":\"wx\",\"secret\":\"s3cret\",\"force_refresh\":false}");
            assertNothingElse(request);
            assertThat(server.requests().get(1).requestLine()).contains("?access_token=T-2&type=image ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 128 * 1024, 3 * 1024 * 1024 })
    void everyKindOfBodyHasItsLengthSaidBeforeAndItsBytesUnchanged(int size) throws Exception {
        byte[] png = Samples.png(size, 2);
        try (RawServer server = new RawServer(RawConnection::serve); Uploader uploader = new Uploader(server.url())) {
            for (Object body : List.of(png, new ByteArrayInputStream(png), Files.write(folder.resolve("a.png"), png))) {
                uploader.upload(body, "a.png");
            }

            assertThat(server.requests()).hasSize(3).allSatisfy(request -> {
                assertThat(request.header("Content-Length")).containsExactly(String.valueOf(request.body().length));
                assertThat(request.header("Transfer-Encoding")).isEmpty();
                int start = indexOf(request.body(), "\r\n\r\n".getBytes(UTF_8)) + 4;
                assertThat(Arrays.copyOfRange(request.body(), start, start + size)).isEqualTo(png);
            });
        }
    }

    @Test
    void headersOfTheMessageAndCookiesStayHere() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            while (true) {
                connection.readRequest();
                connection.answer("Set-Cookie: a=b; Path=/\r\n", RawConnection.GOOD);
            }
        }); Uploader uploader = new Uploader(server.url())) {
            for (int i = 0; i < 2; i++) {
                uploader.upload(exchange -> {
                    exchange.getMessage().setBody(PNG);
                    exchange.getMessage().setHeader("X-Custom", "secret-of-the-feed");
                    exchange.getMessage().setHeader("Content-Type", "text/html");
                    exchange.getMessage().setHeader(WechatMaterialConstants.FILE_NAME, "camel.png");
                });
            }

            assertThat(server.requests()).hasSize(2).allSatisfy(this::assertNothingElse);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 301, 302, 303, 307, 308 })
    void aRedirectIsNotFollowedSinceTheTokenIsInTheUrl(int status) throws Exception {
        try (RawServer other = new RawServer(RawConnection::serve);
             RawServer server = new RawServer(connection -> {
                 connection.readRequest();
                 connection.send("HTTP/1.1 " + status + " Moved\r\nLocation: " + other.url()
                                 + "/elsewhere\r\nContent-Length: 0\r\n\r\n");
             });
             Uploader uploader = new Uploader(server.url())) {

            assertThatThrownBy(() -> uploader.upload(PNG, "camel.png"))
                    .isInstanceOfSatisfying(UnexpectedAnswerException.class,
                            e -> assertThat(e.getHttpStatus()).isEqualTo(status));
            assertThat(other.connections()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    private void assertNothingElse(RawRequest request) {
        assertThat(request.head()).doesNotContainIgnoringCase("Transfer-Encoding").doesNotContainIgnoringCase("Expect")
                .doesNotContainIgnoringCase("Cookie").doesNotContain("X-Custom").doesNotContain("text/html")
                .doesNotContainIgnoringCase("Upgrade");
    }

    private static int indexOf(byte[] all, byte[] wanted) {
        return new String(all, ISO_8859_1)
                .indexOf(new String(wanted, ISO_8859_1));
    }
}
