package io.github.camelwechat.simulator;

import java.io.IOException;
import java.net.URI;

import io.github.camelwechat.simulator.library.NewsArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Requests that a browser sends for a web page are refused, whatever the page's name resolves to. */
class WebPageTest extends SimulatorTest {

    private static final String TOKEN = "/cgi-bin/token?grant_type=client_credential&appid=wxdemo&secret=secret";

    @ParameterizedTest
    @ValueSource(strings = {
            "evil.example", "evil.example:PORT", "localhost.evil.example", "127.0.0.1.evil.example", "evillocalhost",
            "a.localhost", "127.0.0.1.", "127.0.0.256", "127.1", "0127.0.0.1", "2130706433", "0x7f000001", "0.0.0.0",
            "126.0.0.1", "::1", "[::]", "[::2]", "[::1%lo]", "[fe80::1%25lo]", "[::ffff:10.0.0.1]", "localhost:70000",
            "evil.example@127.0.0.1", "127.0.0.1@evil.example", "localhost, evil.example", "localhost evil.example", "",
            "localhost\r\nHost: evil.example", "evil.example\r\nHost: localhost" })
    void hostThatIsNotLoopbackIsRefused(String host) throws IOException {
        String path = picture();
        for (String target : new String[] { CONTROL + "/apps/wxdemo/tokens", CONTROL + "/journal", TOKEN, path }) {
            assertThat(get(target, "Host: " + host)).startsWith("HTTP/1.1 40").doesNotContain(token, "97_", "access_token");
        }
        assertThat(post(CONTROL + "/reset", "Host: " + host)).startsWith("HTTP/1.1 40");
        assertThat(wechat.library("wxdemo").articlePictures()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "localhost", "LocalHost:PORT", "localhost.", "127.0.0.1", "127.0.0.1:PORT", "127.0.0.1:1", "127.255.0.9",
            "[::1]", "[::1]:PORT", "[0:0:0:0:0:0:0:1]", "[::FFFF:127.0.0.1]" })
    void loopbackHostIsServedOnAnyPort(String host) throws IOException {
        for (String target : new String[] { CONTROL + "/apps", TOKEN, picture() }) {
            assertThat(get(target, "Host: " + host)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void requestWithoutHostIsRefused() throws IOException {
        assertThat(send("GET " + CONTROL + "/apps HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 403 ");
        assertThat(send("GET " + CONTROL + "/apps HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void hostInTheRequestLineCountsToo() throws IOException {
        String path = CONTROL + "/apps";

        assertThat(get("http://evil.example" + path, "Host: localhost")).startsWith("HTTP/1.1 400 ");
        assertThat(get("http://localhost" + path, "Host: evil.example")).startsWith("HTTP/1.1 400 ");
        assertThat(get("http://evil.example" + path, "Host: evil.example")).startsWith("HTTP/1.1 403 ");
        assertThat(get("http://localhost@evil.example" + path, "Host: localhost")).startsWith("HTTP/1.1 400 ");
        assertThat(send("GET http://evil.example" + path + " HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 403 ");
        assertThat(get("http://localhost:PORT" + path, "Host: localhost:PORT")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Origin: http://evil.example", "Origin: http://evil.example:PORT", "Origin: http://127.0.0.1.evil.example:PORT",
            "Origin: null", "Origin:", "Origin: http://127.0.0.1", "Origin: http://127.0.0.1:3000",
            "Origin: http://localhost:PORT", "Origin: https://127.0.0.1:PORT", "Origin: file://",
            "Origin: http://127.0.0.1:PORT/", "Origin: http://evil.example@127.0.0.1:PORT",
            "Origin: http://127.0.0.1:PORT\r\nOrigin: http://evil.example",
            "Origin: http://127.0.0.1:PORT http://evil.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
            "Origin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site" })
    void pageOfAnotherOriginIsRefused(String headers) throws IOException {
        wechat.library("wxdemo").addNews(NewsArticle.of("t", "c"));
        String page = "Host: 127.0.0.1:PORT\r\nContent-Type: text/plain\r\n" + headers;

        assertThat(post(CONTROL + "/reset", page)).startsWith("HTTP/1.1 403 ").contains("a web page of another origin");
        assertThat(post(CONTROL + "/apps/wxdemo/tokens/expire", page)).startsWith("HTTP/1.1 403 ");
        assertThat(post(CONTROL + "/clock/forward", page)).startsWith("HTTP/1.1 403 ");
        assertThat(get(CONTROL + "/journal", page)).startsWith("HTTP/1.1 403 ").doesNotContain(token);
        assertThat(get(TOKEN, page)).startsWith("HTTP/1.1 403 ").doesNotContain("access_token");
        assertThat(send("OPTIONS " + CONTROL + "/reset HTTP/1.1\r\nConnection: close\r\n" + page + "\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ").doesNotContain("Access-Control");
        assertThat(wechat.library("wxdemo").news()).hasSize(1);
        assertThat(errcode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
            "127.0.0.1:PORT,Origin: http://127.0.0.1:PORT", "localhost:PORT,Origin: HTTP://LOCALHOST:PORT",
            "localhost,Origin: http://localhost:80", "127.0.0.1:9000,Origin: http://127.0.0.1:9000",
            "127.0.0.1:PORT,Sec-Fetch-Site: none", "127.0.0.1:PORT,Sec-Fetch-Site: same-origin",
            "127.0.0.1:PORT,Referer: http://evil.example/", "127.0.0.1:PORT,Sec-Fetch-Mode: cors" })
    void ownPageAndProgramsAreServed(String host, String header) throws IOException {
        String head = "Host: " + host + "\r\n" + header;

        assertThat(get(CONTROL + "/apps", head)).startsWith("HTTP/1.1 200 ").doesNotContain("Access-Control");
        assertThat(get(COUNT + "?access_token=" + token, head)).startsWith("HTTP/1.1 200 ");
        assertThat(post(CONTROL + "/reset", head + "\r\nContent-Type: application/x-www-form-urlencoded"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void pageOfAnotherOriginMayShowPictures() throws IOException {
        assertThat(get(picture(), "Host: localhost\r\nSec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 200 ")
                .doesNotContain("Access-Control");
    }

    @Test
    void simulatorIsNoTunnel() throws IOException {
        assertThat(send("CONNECT 127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n")).startsWith("HTTP/1.1 405 ");
    }

    @Test
    void allowedHostIsServed() throws IOException {
        try (WechatSimulator own = WechatSimulator.builder().app("wxdemo", "secret").allowHost("WeChat.test")
                .allowHost("wechat_2").start()) {
            assertThat(sendTo(own.url(), "GET " + TOKEN + " HTTP/1.1\r\nHost: wechat.Test:1\r\nConnection: close\r\n\r\n"))
                    .contains("access_token");
            assertThat(sendTo(own.url(), "GET " + CONTROL + " HTTP/1.1\r\nHost: wechat_2\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(sendTo(own.url(), "GET " + CONTROL + " HTTP/1.1\r\nHost: a.wechat.test\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ").contains("allowHost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a:80", "http://a", "a/b", "*", "a b", "a..b" })
    void allowedHostIsANameAlone(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> WechatSimulator.builder().allowHost(host))
                .withMessageContaining("'" + host + "' is no host name");
    }

    /** {@return the path of a picture that needs no token} */
    private String picture() {
        return URI.create(client.uploadImage(token, "a.png", Samples.picture("png")).path("url").asText()).getPath();
    }

    private static String get(String target, String headers) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n\r\n");
    }

    private static String post(String path, String headers) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nConnection: close\r\nContent-Length: 2\r\n" + headers + "\r\n\r\n{}");
    }

    private static String send(String request) throws IOException {
        return sendTo(wechat.url(), request);
    }

    private static String sendTo(String url, String request) throws IOException {
        try (RawSocket socket = new RawSocket(url)) {
            socket.send(request.replace("PORT", url.replaceAll(".*:", "")));
            return socket.answer();
        }
    }
}
