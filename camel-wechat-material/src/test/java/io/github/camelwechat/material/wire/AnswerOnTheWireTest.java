package io.github.camelwechat.material.wire;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.result.AddMaterialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the component makes of answers as they have been seen, and of some that nobody should send. */
class AnswerOnTheWireTest {

    private static final byte[] PNG = Samples.png();

    @ParameterizedTest
    @ValueSource(strings = {
            "", "Content-Type: text/plain\r\n", "Content-Type: application/json; encoding=utf-8\r\n",
            "Content-Type: text/plain; charset=iso-8859-1\r\n", "Content-Type: application/json; charset=no-such-charset\r\n",
            "Content-Type: ;;;=\r\n", "Content-Type: image/png\r\n" })
    void itIsUtf8JsonWhateverItsContentTypeSays(String header) throws Exception {
        AddMaterialResult result = upload(
                connection -> connection.answer(header, "{\"media_id\":\"骆驼-🐫\",\"url\":\"\",\"item\":[]}"));

        assertThat(result).isEqualTo(new AddMaterialResult("骆驼-🐫", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"med\r\n10\r\nia_id\":\"MEDIA\"}\n\r\n0\r\n\r\n",
            "Connection: close\r\n\r\n{\"media_id\":\"MEDIA\"}" })
    void itMayComeWithoutALength(String rest) throws Exception {
        assertThat(upload(connection -> connection.send("HTTP/1.1 200 OK\r\n" + rest)).mediaId()).isEqualTo("MEDIA");
    }

    @Test
    void rawControlCharactersAndEscapedSlashesAreTaken() throws Exception {
        AddMaterialResult result
                = upload(connection -> connection.answer("{\"media_id\":\"a\u0001\tb\nc\",\"url\":\"http:\\/\\/x\\/0\"}"));

        assertThat(result).isEqualTo(new AddMaterialResult("a\u0001\tb\nc", "http://x/0"));
    }

    @Test
    void anErrcodeWithAPointIsStillThatErrcode() {
        WechatApiException e = failure(
                WechatApiException.class,
                connection -> connection.answer("{\"errcode\":45103.0,\"errmsg\":\"此接口 unsupported hint: [x]\"}"));

        assertThat(e.getErrcode()).isEqualTo(45103);
        assertThat(e.getErrmsg()).isEqualTo("此接口 unsupported");
    }

    @Test
    void a412WithoutABodySaysWhatMayHaveHappened() {
        UnexpectedAnswerException e = failure(
                UnexpectedAnswerException.class,
                connection -> connection.send("HTTP/1.1 412 Precondition Failed\r\nContent-Length: 0\r\n\r\n"));

        assertThat(e.getHttpStatus()).isEqualTo(412);
        assertThat(e).hasMessageContaining("Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html>login</html>", "[]", "null", "\"MEDIA\"", "{}", "{\"media_id\":\"\"}", "}" })
    void whatIsNotWechatsIsNoSuccess(String body) {
        UnexpectedAnswerException e
                = failure(UnexpectedAnswerException.class,
                        connection -> connection.answer("Content-Type: text/html\r\n", body));

        assertThat(e.getHttpStatus()).isEqualTo(200);
    }

    /** It may be all that is left of a good one. */
    @Test
    void anEmptyAnswerLeavesTheOutcomeUnknown() {
        failure(UnknownOutcomeException.class, connection -> connection.answer("Content-Type: text/html\r\n", ""));
    }

    @Test
    void anotherStatusIsNoSuccessWhateverTheBodySays() {
        UnexpectedAnswerException e = failure(
                UnexpectedAnswerException.class,
                connection -> connection.send(
                        "HTTP/1.1 502 Bad Gateway\r\nContent-Length: " + RawConnection.GOOD.length() + "\r\n\r\n"
                                              + RawConnection.GOOD));

        assertThat(e.getHttpStatus()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(strings = { "HELLO\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "\u0000\u0001\u0002\r\n\r\n", "SSH-2.0-OpenSSH\r\n" })
    void whatIsNoHttpIsAnUnexpectedAnswer(String bytes) {
        assertThat(failure(UnexpectedAnswerException.class, connection -> connection.send(bytes)).getHttpStatus()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"media_id\":\"MED",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"media_id\":\"M",
            "HTTP/1.1 200 OK\r\nContent-Length: 5",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"media_id\":\"MED" })
    void anAnswerThatIsCutOffLeavesTheOutcomeUnknown(String part) {
        failure(UnknownOutcomeException.class, connection -> connection.send(part));
    }

    /** Nothing else bounds it: it would grow until the heap is full. */
    @ParameterizedTest
    @ValueSource(strings = { "x", "X: y\r\n" })
    void aHeadThatDoesNotEndIsRefused(String part) {
        Exception e = failure(UnknownOutcomeException.class, connection -> {
            connection.send("HTTP/1.1 200 OK\r\n");
            String endless = part.repeat(200_000);
            while (true) {
                connection.send(endless);
            }
        });

        assertThat(e).hasMessageContaining("exceeded");
    }

    @Test
    void moreThanFourMegabytesAreRefusedWithoutBeingReadToTheEnd() {
        Exception e = failure(UnknownOutcomeException.class, connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            String megabyte = " ".repeat(1 << 20);
            for (int i = 0; i < 1000; i++) {
                connection.send(megabyte);
            }
        });

        assertThat(e).hasMessageContaining("4194304");
    }

    private static AddMaterialResult upload(RawServer.Conversation answer) throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            answer.hold(connection);
        }); Uploader uploader = new Uploader(server.url())) {
            return uploader.upload(PNG, "camel.png");
        }
    }

    private static <T extends Exception> T failure(Class<T> type, RawServer.Conversation answer) {
        return catchThrowableOfType(type, () -> upload(answer));
    }
}
