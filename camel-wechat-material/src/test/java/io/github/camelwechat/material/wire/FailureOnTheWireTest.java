package io.github.camelwechat.material.wire;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What goes wrong on a connection is told by what is known of the outcome, and takes neither the permit nor the slots
 * with it: with a single permit and more failures than slots, the upload after them succeeds.
 */
class FailureOnTheWireTest {

    private static final int MORE_THAN_SLOTS = 5;
    private static final byte[] SMALL = Samples.png(5000, 1);
    /** Does not fit into the buffers of a connection that nobody reads. */
    private static final byte[] LARGE = Samples.png(10 << 20, 1);
    /** Long enough for every answer; a permit that is not given back ends here. */
    private static final String PATIENT = "&requestTimeout=20000";
    private static final String SILENCE = "&responseTimeout=300";
    private static final String IN_ALL = "&requestTimeout=700";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void afterFailuresTheNextUploadSucceeds(
            String what, byte[] body, String options, Class<? extends Exception> failure, RawServer.Conversation conversation)
            throws Exception {
        try (RawServer server = new RawServer(conversation);
             Uploader uploader = new Uploader(server.url(), "maxConcurrentRequests=1" + options)) {
            for (int i = 0; i < MORE_THAN_SLOTS; i++) {
                assertThatThrownBy(() -> uploader.upload(body, "camel.png")).isInstanceOf(failure)
                        .hasMessageNotContaining(Uploader.TOKEN);
            }

            server.goOnWith(RawConnection::serve);
            assertThat(uploader.upload(SMALL, "camel.png").mediaId()).isEqualTo("MEDIA");
        }
    }

    static Stream<Arguments> afterFailuresTheNextUploadSucceeds() {
        return Stream.of(
                arguments("closed after accept", LARGE, PATIENT, NotSentException.class, talk(connection -> {
                })),
                arguments("reset after accept", LARGE, PATIENT, NotSentException.class, talk(RawConnection::reset)),
                // whether the last byte of a small body was handed over before the end was noticed is a matter of luck
                arguments("closed after accept, small", SMALL, PATIENT, WechatMaterialException.class, talk(connection -> {
                })),
                arguments("reset amid the body", LARGE, PATIENT, NotSentException.class, talk(connection -> {
                    connection.readHead();
                    connection.reset();
                })),
                arguments("closed after the body", SMALL, PATIENT, UnknownOutcomeException.class,
                        talk(RawConnection::readRequest)),
                arguments("reset after the body", SMALL, PATIENT, UnknownOutcomeException.class, talk(connection -> {
                    connection.readRequest();
                    connection.reset();
                })),
                arguments("refusal amid the body", LARGE, PATIENT, WechatApiException.class, talk(connection -> {
                    connection.readHead();
                    connection.answer("{\"errcode\":45001,\"errmsg\":\"too large\"}");
                    connection.stall();
                })),
                arguments("never reads: silence", LARGE, SILENCE, NotSentException.class, talk(RawConnection::stall)),
                arguments("never reads: in all", LARGE, IN_ALL, NotSentException.class, talk(RawConnection::stall)),
                arguments("never answers: silence", SMALL, SILENCE, UnknownOutcomeException.class,
                        talk(RawConnection::readRest)),
                arguments("never answers: in all", SMALL, IN_ALL, UnknownOutcomeException.class,
                        talk(RawConnection::readRest)),
                arguments("answer cut off", SMALL, PATIENT, UnknownOutcomeException.class, answer(connection -> connection
                        .send("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"media"))),
                arguments("answer stops: silence", SMALL, SILENCE, UnknownOutcomeException.class, answer(connection -> {
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"media");
                    connection.readRest();
                })),
                arguments("garbage", SMALL, PATIENT, UnexpectedAnswerException.class,
                        answer(connection -> connection.send("\0\1\2\3 garbage\r\n\r\n"))),
                arguments("garbage instead of reading", LARGE, PATIENT, WechatMaterialException.class,
                        talk(connection -> connection.send("SSH-2.0-OpenSSH\r\n\r\n"))),
                arguments("answer too long", SMALL, PATIENT, UnknownOutcomeException.class,
                        answer(connection -> connection.lastAnswer(" ".repeat(5 << 20)))),
                arguments("not JSON", SMALL, PATIENT, UnexpectedAnswerException.class,
                        answer(connection -> connection.lastAnswer("<html>"))),
                arguments("no media_id", SMALL, PATIENT, UnexpectedAnswerException.class,
                        answer(connection -> connection.lastAnswer("{}"))),
                arguments("412", SMALL, PATIENT, UnexpectedAnswerException.class,
                        answer(connection -> connection.send("HTTP/1.1 412 Precondition Failed\r\nConnection: close\r\n\r\n"))),
                arguments("413 before the body is read", LARGE, PATIENT, UnexpectedAnswerException.class,
                        talk(connection -> {
                            connection.readHead();
                            connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
                            connection.stall();
                        })),
                arguments("redirect", SMALL, PATIENT, UnexpectedAnswerException.class,
                        answer(connection -> connection
                                .send("HTTP/1.1 302 Found\r\nLocation: /login\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))),
                arguments("errcode", SMALL, PATIENT, WechatApiException.class,
                        answer(connection -> connection.lastAnswer("{\"errcode\":45009,\"errmsg\":\"reach max\"}"))));
    }

    @Test
    void aServerThatIsNotThereGotNothing() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (Uploader uploader = new Uploader("http://127.0.0.1:" + port, "maxConcurrentRequests=1")) {
            for (int i = 0; i < MORE_THAN_SLOTS; i++) {
                assertThatThrownBy(() -> uploader.upload(SMALL, "camel.png")).isInstanceOf(NotSentException.class)
                        .hasMessageContaining("127.0.0.1 cannot be reached");
            }
        }
    }

    @Test
    void anAnswerThatComesBeforeTheBodyIsReadIsTheAnswer() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readHead();
            connection.answer(RawConnection.GOOD);
            connection.stall();
        }); Uploader uploader = new Uploader(server.url(), "maxConcurrentRequests=1&requestTimeout=10000")) {
            assertThat(uploader.upload(LARGE, "camel.png").mediaId()).isEqualTo("MEDIA");

            // the first server goes on holding its connection, and no permit with it
            server.goOnWith(RawConnection::serve);
            assertThat(uploader.upload(LARGE, "camel.png").mediaId()).isEqualTo("MEDIA");
        }
    }

    /** One answer too many on a kept connection is not that of the next upload. */
    @Test
    void aSurplusAnswerIsNoAnswer() throws Exception {
        String surplus = RawConnection.GOOD.replace("MEDIA", "SURPLUS");
        try (RawServer server = new RawServer(connection -> {
            while (true) {
                connection.readRequest();
                connection.send((response(RawConnection.GOOD) + response(surplus)).getBytes(UTF_8));
            }
        }); Uploader uploader = new Uploader(server.url())) {
            for (int i = 0; i < 100; i++) {
                try {
                    assertThat(uploader.upload(SMALL, "camel.png").mediaId()).isEqualTo("MEDIA");
                } catch (NotSentException e) {
                    // the surplus one was there first
                    assertThat(e.mayHaveTakenEffect()).isFalse();
                }
            }
        }
    }

    private static String response(String json) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
    }

    private static RawServer.Conversation talk(RawServer.Conversation conversation) {
        return conversation;
    }

    private static RawServer.Conversation answer(RawServer.Conversation answer) {
        return connection -> {
            connection.readRequest();
            answer.hold(connection);
        };
    }
}
