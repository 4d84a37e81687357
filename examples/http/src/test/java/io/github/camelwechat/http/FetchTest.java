package io.github.camelwechat.http;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.library.Material;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is fetched, from where, and what is not. */
@Timeout(60)
class FetchTest {

    private static final FetchLimits SHORT
            = new FetchLimits(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(3), 3);

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final CountDownLatch end = new CountDownLatch(1);
    private OddServer server;
    private OddServer other;
    private Application application;

    @BeforeEach
    void start() throws Exception {
        server = new OddServer(this::answer);
        other = new OddServer(this::answer);
        // elsewhere.example is listed without a port: it has to be at a public address
        application = new Application(
                wechat.url(), "127.0.0.1:" + server.port() + ",pictures.example:" + server.port() + ",elsewhere.example",
                new Names(), Application.LIMITS);
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        application.close();
        server.close();
        other.close();
    }

    private void answer(String path, OutputStream out) throws Exception {
        byte[] picture = Media.sample("camel.png");
        switch (path.split("[?]", 2)[0]) {
            case "/named" -> {
                OddServer.head(out, "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"x.png\";"
                                    + " filename*=UTF-8''%E9%AA%86%E9%A9%BC.png\r\nContent-Length: " + picture.length);
                out.write(picture);
            }
            case "/odd-headers" -> {
                OddServer.head(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html; charset=UTF-16"
                                    + "\r\nCamelWechatMaterialOperation: delMaterial\r\ntitle: x\r\nSet-Cookie: a=b"
                                    + "\r\nContent-Length: " + picture.length);
                out.write(picture);
            }
            case "/endless" -> {
                OddServer.head(out, "HTTP/1.1 200 OK");
                out.write(picture);
                while (true) {
                    out.write(new byte[1 << 16]);
                }
            }
            case "/trickle" -> {
                OddServer.head(out, "HTTP/1.1 200 OK");
                out.write(picture);
                trickle(out);
            }
            case "/trickling-head" -> {
                OddServer.head(out, "HTTP/1.1 200 OK\r\nA: ");
                trickle(out);
            }
            case "/silent" -> end.await();
            case "/cut" -> {
                OddServer.head(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000");
                out.write(picture);
            }
            case "/to-other" -> redirect(out, "http://127.0.0.1:" + other.port() + "/a.png");
            case "/to-metadata" -> redirect(out, "http://169.254.169.254/latest/meta-data");
            case "/to-file" -> redirect(out, "file:///etc/passwd");
            case "/to-picture" -> redirect(out, "a.png?size=1");
            case "/to-nowhere" -> redirect(out, "http://[");
            case "/round" -> redirect(out, "/round");
            case "/none" -> OddServer.head(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0");
            case "/part" -> {
                OddServer.head(out, "HTTP/1.1 206 Partial Content\r\nContent-Length: " + picture.length);
                out.write(picture);
            }
            default -> {
                OddServer.head(out, "HTTP/1.1 200 OK\r\nContent-Length: " + picture.length);
                out.write(picture);
            }
        }
    }

    /** Never silent for long, and never done. */
    private void trickle(OutputStream out) throws Exception {
        while (!end.await(100, TimeUnit.MILLISECONDS)) {
            out.write('a');
            out.flush();
        }
    }

    private static void redirect(OutputStream out, String location) throws Exception {
        OddServer.head(out, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location);
    }

    @ParameterizedTest
    @CsvSource({ "/a.png, a.png", "/to-picture, a.png", "/b%20c.png?x=RAW(1)#end, b c.png", "/named, 骆驼.png", "/, image.png" })
    void aPictureIsStoredByItsName(String path, String name) throws Exception {
        assertThat(application.fetch(from(path)).statusCode()).isEqualTo(201);
        assertThat(stored().name()).isEqualTo(name);
        assertThat(stored().bytes()).isEqualTo(Media.sample("camel.png"));
    }

    @Test
    void aNameIsNotLookedUpForEver() throws Exception {
        DnsResolver hanging = new Names() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.resolve(host);
            }
        };
        FetchLimits quick = new FetchLimits(Duration.ofMillis(200), SHORT.silence(), Duration.ofSeconds(40), 3);
        try (Application hasty = new Application(wechat.url(), "pictures.example:" + server.port(), hanging, quick)) {
            HttpResponse<String> answer = hasty.fetch("http://pictures.example:" + server.port() + "/a.png");
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("pictures.example", "looked up");
        }
    }

    @Test
    void headersOfTheHostDoNothing() throws Exception {
        assertThat(application.fetch(from("/odd-headers")).statusCode()).isEqualTo(201);
        assertThat(stored().bytes()).isEqualTo(Media.sample("camel.png"));
        application.fetch(from("/a.png"));
        assertThat(server.requests()).last().asString().doesNotContainIgnoringCase("cookie");
    }

    @Test
    void headersOfTheClientStayHere() throws Exception {
        HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(application.url() + "/materials/from-url?CamelHttpUri=http://127.0.0.1:1/"))
                        .header("Content-Type", "application/json").header("Authorization", "Basic eDp5")
                        .header("Cookie", "a=b")
                        .header("CamelHttpUri", "http://127.0.0.1:1/").header("CamelHttpPath", "/x").header("X-Own", "own")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + from("/a.png") + "\"}")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(server.requests()).singleElement().asString().startsWith("GET /a.png HTTP/1.1")
                .doesNotContainIgnoringCase("authorization").doesNotContainIgnoringCase("cookie").doesNotContain("own");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /none | 422 | answered 404 and no picture
            /part | 422 | answered 206 and no picture
            /round | 422 | leads on more than 3 times
            /to-file | 422 | does not begin with http
            /to-nowhere | 422 | is no address
            /to-other | 403 | is not on the list
            /to-metadata | 403 | 169.254.169.254:80 is not on the list
            /endless | 413 | the limit for image is 10,485,760 bytes
            /cut | 502 | broke off
            """)
    void whatIsNoPictureToBeHadIsExplained(String path, int status, String error) throws Exception {
        HttpResponse<String> answer = application.fetch(from(path));
        assertThat(answer.body()).contains(error).doesNotContain("Exception");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(wechat.library(WechatSimulatorExtension.APP_ID).materials()).isEmpty();
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /trickle | took more than 3 s
            /trickling-head | took more than 3 s
            /silent | did not answer in time
            """)
    void aHostThatTakesTooLongIsGivenUp(String path, String error) throws Exception {
        try (Application hasty = new Application(wechat.url(), "127.0.0.1:" + server.port(), new Names(), SHORT)) {
            HttpResponse<String> answer = hasty.fetch(from(path));
            assertThat(answer.body()).contains(error).doesNotContain("Exception");
            assertThat(answer.statusCode()).isEqualTo(504);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://localhost:PORT/", "http://127.0.0.2:PORT/", "http://127.1:PORT/", "http://2130706433:PORT/",
            "http://0x7f000001:PORT/", "http://[::1]:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://127.0.0.1/",
            "http://127.0.0.1:1PORT/", "http://x.pictures.example:PORT/", "http://pictures.example.:1/",
            "http://elsewhere.example:PORT/", "https://pictures.example/" })
    void whatIsNotOnTheListIsNotConnectedTo(String url) throws Exception {
        HttpResponse<String> answer = application.fetch(url.replace("1PORT", "1").replace("PORT", "" + server.port()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("is not on the list of hosts");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://PICTURES.example:PORT/a.png", "http://pictures.example.:PORT/a.png",
            "HTTP://pictures。example:PORT/a.png" })
    void aHostMayBeWrittenInOtherWays(String url) throws Exception {
        assertThat(application.fetch(url.replace("PORT", "" + server.port())).statusCode()).isEqualTo(201);
        assertThat(server.requests()).singleElement().asString().contains("Host: pictures.example:" + server.port());
    }

    @Test
    void aHostWithoutAPortIsFetchedFromPublicAddressesOnly() throws Exception {
        HttpResponse<String> answer = application.fetch("http://elsewhere.example/a.png");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("elsewhere.example is at no public address").doesNotContain("127.0.0.1");
    }

    @Test
    void aRefusedConnectionIsTold() throws Exception {
        String url = from("/a.png");
        server.close();
        assertThat(application.fetch(url).statusCode()).isEqualTo(502);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"url":"http://u:p@127.0.0.1/"} | 400 | a user's name
            {"url":"ftp://127.0.0.1/a.png"} | 400 | does not begin with http
            {"url":"//127.0.0.1/a.png"} | 400 | does not begin with http
            {"url":"http:a"} | 400 | names no host
            {"url":"http://127.0.0.1:99999/"} | 400 | is no port
            {"url":"http://a_b:c/"} | 400 | is no host
            {"url":"http://127.0.0.1/{{env:WECHAT_APP_SECRET}}"} | 400 | is no address
            {"url":1} | 400 | no text called url
            {} | 400 | no text called url
            nothing | 400 | is no JSON
            '' | 400 | no text called url
            """)
    void whatIsNoAddressIsExplained(String json, int status, String error) throws Exception {
        HttpResponse<String> answer = post(HttpRequest.BodyPublishers.ofString(json));
        assertThat(answer.body()).contains(error);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void noMoreThanAnAddressIsRead() throws Exception {
        assertThat(post(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + "a".repeat(3000) + "\"}")).body())
                .contains("more than 2048 characters");
        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(new byte[9000])).statusCode()).isEqualTo(413);
        assertThat(post(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10])))
                .statusCode()).isEqualTo(411);
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(application.url() + "/materials/from-url"))
                        .header("Content-Type", "application/json").POST(body).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String from(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private static Material stored() {
        return wechat.library(WechatSimulatorExtension.APP_ID).materials().get(0);
    }

    /** Knows two hosts, both on this machine. */
    private static class Names implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.endsWith(".example")) {
                return new InetAddress[] { InetAddress.getByAddress(host, new byte[] { 127, 0, 0, 1 }) };
            }
            return InetAddress.getAllByName(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
