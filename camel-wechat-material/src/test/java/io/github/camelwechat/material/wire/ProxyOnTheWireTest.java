package io.github.camelwechat.material.wire;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What a proxy gets to read, and what is said where it refuses: nothing was sent, and no permit is lost. With a single
 * permit, a lost one shows as a time-out where a refusal was expected.
 */
class ProxyOnTheWireTest {

    private static final int MORE_THAN_SLOTS = 3;
    private static final byte[] SMALL = Samples.png(5000, 1);
    private static final byte[] LARGE = Samples.png(10 << 20, 1);
    private static final String LOGIN = "&proxyAuthUsername=scott&proxyAuthPassword=RAW(hidden:päss)";
    private static final String NO_LOGIN = "";
    private static final String CHALLENGE
            = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n";

    private static Uploader through(RawServer proxy, String apiUrl, String options) {
        return new Uploader(
                apiUrl, "allowPlainHttp=true&maxConcurrentRequests=1&requestTimeout=20000&proxyHost=127.0.0.1&proxyPort="
                        + proxy.port() + options);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aTunnelThatIsNotMadeIsNotSent(String what, String options, String message, RawServer.Conversation conversation)
            throws Exception {
        try (RawServer proxy = new RawServer(conversation);
             Uploader uploader = through(proxy, "https://wechat.example", options)) {
            for (int i = 0; i < MORE_THAN_SLOTS; i++) {
                assertThatThrownBy(() -> uploader.upload(SMALL, "camel.png")).isExactlyInstanceOf(NotSentException.class)
                        .hasMessageStartingWith("addMaterial: ").hasMessageContaining(message.formatted(proxy.port()))
                        .satisfies(ProxyOnTheWireTest::holdsNoSecret);
            }
            assertThat(proxy.requests()).isNotEmpty().allSatisfy(
                    request -> assertThat(request.requestLine()).isEqualTo("CONNECT wechat.example:443 HTTP/1.1"));
        }
    }

    static Stream<Arguments> aTunnelThatIsNotMadeIsNotSent() {
        String refused = "the proxy 127.0.0.1:%d makes no connection to wechat.example (HTTP status 502)";
        String asks = "the proxy 127.0.0.1:%d asks for a login (HTTP status 407). Set proxyAuthUsername and proxyAuthPassword";
        String wrong = "the proxy 127.0.0.1:%d refuses the login (HTTP status 407). Check proxyAuthUsername and";
        RawServer.Conversation keptOpen = connection -> {
            while (true) {
                connection.readRequest();
                connection.send(CHALLENGE + "Content-Length: 0\r\n\r\n");
            }
        };
        RawServer.Conversation noTls = connection -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            connection.readSome();
            connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");
            connection.readRest();
        };
        return Stream.of(
                arguments("502 with a page", NO_LOGIN, refused, answer("HTTP/1.1 502 Bad\r\nContent-Length: 4\r\n\r\nevil")),
                arguments("502 without a body", NO_LOGIN, refused, answer("HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n")),
                arguments("502 of unknown length", NO_LOGIN, refused, answer("HTTP/1.1 502 Bad\r\n\r\nevil")),
                arguments("407", NO_LOGIN, asks, answer(CHALLENGE + "Content-Length: 0\r\n\r\n")),
                arguments("407 with a page", NO_LOGIN, asks, answer(CHALLENGE + "Content-Length: 4\r\n\r\npage")),
                arguments("407 that keeps the connection", LOGIN, wrong, keptOpen),
                arguments("407 for the login", LOGIN, wrong, answer(CHALLENGE + "Connection: close\r\n\r\n")),
                arguments("another success", NO_LOGIN, "did not go out whole",
                        answer("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")),
                arguments("no HTTP", NO_LOGIN, "did not go out whole", answer("SSH-2.0-OpenSSH\r\n\r\n")),
                arguments("closed", LOGIN, "did not go out whole", answer("")),
                arguments("silence", "&responseTimeout=300", "did not go out whole", silent("")),
                arguments("closed after CONNECT", NO_LOGIN, "", answer("HTTP/1.1 200 OK\r\n\r\n")),
                // by the time-out of connections, not of answers
                arguments("silence after CONNECT", "&connectTimeout=300", "did not go out whole",
                        silent("HTTP/1.1 200 OK\r\n\r\n")),
                arguments("no TLS after CONNECT", NO_LOGIN, "no TLS connection to wechat.example", noTls));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aProxyThatRefusesToForwardIsNotSent(String what, byte[] body, String options, RawServer.Conversation conversation)
            throws Exception {
        try (RawServer proxy = new RawServer(conversation);
             Uploader uploader = through(proxy, "http://wechat.example", options)) {
            for (int i = 0; i < MORE_THAN_SLOTS; i++) {
                assertThatThrownBy(() -> uploader.upload(body, "camel.png")).isExactlyInstanceOf(NotSentException.class)
                        .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port()).hasMessageContaining("407")
                        .satisfies(ProxyOnTheWireTest::holdsNoSecret);
            }
            proxy.goOnWith(RawConnection::serve);
            assertThat(uploader.upload(SMALL, "camel.png").mediaId()).isEqualTo("MEDIA");
        }
    }

    static Stream<Arguments> aProxyThatRefusesToForwardIsNotSent() {
        RawServer.Conversation early = connection -> {
            connection.readHead();
            connection.send(CHALLENGE + "Connection: close\r\nContent-Length: 0\r\n\r\n");
            connection.stall();
        };
        RawServer.Conversation late = answer(CHALLENGE + "Connection: close\r\nContent-Length: 0\r\n\r\n");
        return Stream.of(
                arguments("after the body", SMALL, NO_LOGIN, late), arguments("before the body", LARGE, NO_LOGIN, early),
                arguments("the login, after the body", SMALL, LOGIN, late),
                arguments("the login, before the body", LARGE, LOGIN, early));
    }

    @Test
    void anotherStatusOfWhatWasForwardedMayBeOfEither() throws Exception {
        try (RawServer proxy = new RawServer(answer("HTTP/1.1 502 Bad\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
             Uploader uploader = through(proxy, "http://wechat.example", NO_LOGIN)) {
            assertThatThrownBy(() -> uploader.upload(SMALL, "camel.png")).isExactlyInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContaining("502");
        }
    }

    @Test
    void theLoginGoesWithTheFirstConnect() throws Exception {
        try (RawServer proxy = new RawServer(answer("HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n"));
             Uploader uploader = through(proxy, "https://wechat.example:8443", LOGIN)) {
            assertThatThrownBy(() -> uploader.upload(SMALL, "camel.png"));

            assertThat(proxy.requests()).singleElement().satisfies(connect -> {
                assertThat(connect.requestLine()).isEqualTo("CONNECT wechat.example:8443 HTTP/1.1");
                assertThat(connect.header("Proxy-Authorization")).isEqualTo(basic("scott:hidden:päss"));
                assertThat(connect.head()).doesNotContain(Uploader.TOKEN, "add_material");
            });
        }
    }

    @Test
    void orWithTheFirstRequestToForwardWhoseBodyIsSentOnce() throws Exception {
        try (RawServer proxy = new RawServer(RawConnection::serve);
             Uploader uploader = through(proxy, "http://wechat.example/relay", LOGIN)) {
            uploader.upload(SMALL, "camel.png");

            assertThat(proxy.requests()).singleElement().satisfies(forwarded -> {
                assertThat(forwarded.requestLine())
                        .startsWith("POST http://wechat.example/relay/cgi-bin/material/add_material?access_token=");
                assertThat(forwarded.header("Proxy-Authorization")).isEqualTo(basic("scott:hidden:päss"));
                assertThat(forwarded.header("Host")).containsExactly("wechat.example");
                assertThat(forwarded.header("Content-Length")).containsExactly(String.valueOf(forwarded.body().length));
            });
        }
    }

    @Test
    void withoutALoginNoneIsSent() throws Exception {
        try (RawServer proxy = new RawServer(RawConnection::serve);
             Uploader uploader = through(proxy, "http://wechat.example", NO_LOGIN)) {
            uploader.upload(SMALL, "camel.png");

            assertThat(proxy.requests().get(0).header("Proxy-Authorization")).isEmpty();
        }
    }

    private static List<String> basic(String login) {
        return List.of("Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
    }

    private static void holdsNoSecret(Throwable failure) {
        assertThat(Throwables.getStackTrace(failure)).doesNotContain("hidden", Uploader.TOKEN, "evil",
                basic("scott:hidden:päss").get(0));
    }

    private static RawServer.Conversation answer(String bytes) {
        return connection -> {
            connection.readRequest();
            connection.send(bytes);
        };
    }

    private static RawServer.Conversation silent(String bytes) {
        return connection -> {
            connection.readRequest();
            connection.send(bytes);
            connection.readRest();
        };
    }
}
