package io.github.camelwechat.simulator;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

/** A POST without a length is refused by the front end: 412, no body, connection closed, whatever else is wrong. */
class LengthTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @ParameterizedTest
    @ValueSource(strings = { ADD_MATERIAL, STABLE_TOKEN, "/no/such/path" })
    void chunkedIsRefused(String path) throws IOException {
        assertRefused(
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    }

    @Test
    void aPostWithoutLengthIsRefused() throws IOException {
        assertRefused("POST " + STABLE_TOKEN + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void theAnswerDoesNotWaitForTheBody() throws IOException {
        assertRefused("POST " + ADD_MATERIAL + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    @Test
    void expectIsAnsweredAndNoted() throws IOException {
        try (RawSocket socket = new RawSocket(wechat.url())) {
            socket.send("POST " + STABLE_TOKEN + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 2\r\n\r\n");
            assertThat(socket.line()).isEqualTo("HTTP/1.1 100 Continue");
            socket.send("{}");
            assertThat(socket.line()).isEmpty();
            assertThat(socket.line()).isEqualTo("HTTP/1.1 200 OK");
        }
        assertThat(wechat.journal().entries().get(0).errcode()).isEqualTo(41002);
        assertThat(wechat.journal().entries().get(0).warnings()).singleElement().asString().contains("Expect");
    }

    private static void assertRefused(String request) throws IOException {
        try (RawSocket socket = new RawSocket(wechat.url())) {
            socket.send(request);

            assertThat(socket.answer()).startsWith("HTTP/1.1 412 Precondition Failed\r\n")
                    .contains("Content-Length: 0\r\n").contains("Connection: close\r\n").endsWith("\r\n\r\n");
        }
        assertThat(wechat.journal().entries()).singleElement()
                .satisfies(entry -> assertThat(entry.status()).isEqualTo(412));
    }
}
