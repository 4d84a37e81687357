package io.github.camelwechat.material.internal.fetch;

import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;

import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.MediaRequest;
import io.github.camelwechat.material.internal.media.UploadRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures that can be fetched, and the requests that fetch them. */
@Timeout(120)
class FetcherTest {

    private static final byte[] SMALL = "a small picture".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] LARGE = new byte[3 << 20];

    static {
        new Random(1).nextBytes(LARGE);
    }

    private OddHost host;
    private Fetches fetches;

    @BeforeEach
    void start() throws Exception {
        host = new OddHost(this::reply);
        fetches = new Fetches(
                Fetches.from(host.at() + ",pictures.example:" + host.port(), Fetches.LONG),
                name -> new InetAddress[] { InetAddress.getByAddress(name, new byte[] { 127, 0, 0, 1 }) });
    }

    @AfterEach
    void stop() throws Exception {
        fetches.close();
        host.close();
    }

    private void reply(String target, OutputStream out) throws Exception {
        switch (target.split("[?]", 2)[0]) {
            case "/large.png" -> OddHost.ok(out, LARGE);
            case "/chunked.png" -> {
                OddHost.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                for (int at = 0; at < LARGE.length; at += 1 << 16) {
                    OddHost.write(out, Integer.toHexString(1 << 16) + "\r\n");
                    out.write(LARGE, at, 1 << 16);
                    OddHost.write(out, "\r\n");
                }
                OddHost.write(out, "0\r\n\r\n");
            }
            case "/until-close.png" -> {
                OddHost.write(out, "HTTP/1.1 200 OK\r\n\r\n");
                out.write(LARGE);
            }
            case "/png.png" -> OddHost.ok(out, HexFormat.of().parseHex(
                    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060"
                                                                       + "0000000500010d0a2db40000000049454e44ae426082"));
            default -> OddHost.ok(out, SMALL);
        }
    }

    @Test
    void pictureComesWithItsSizeDigestAndAddress() throws Throwable {
        Fetched fetched = fetches.fetch(host.address("/a.png?x=1#end"));

        assertThat(Fetches.bytes(fetched)).isEqualTo(SMALL);
        assertThat(fetched.size()).isEqualTo(SMALL.length);
        assertThat(fetched.sha256()).isEqualTo(sha256(SMALL));
        assertThat(fetched.address()).isEqualTo(host.address("/a.png?x=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/large.png", "/chunked.png", "/until-close.png" })
    void largePictureRunsIntoTheSpoolFolder(String target) throws Throwable {
        Fetched fetched = fetches.fetch(host.address(target));

        assertThat(fetched.download().isInMemory()).isFalse();
        assertThat(Fetches.bytes(fetched)).isEqualTo(LARGE);
        assertThat(fetched.sha256()).isEqualTo(sha256(LARGE));
    }

    @Test
    void pictureCanBeUploadedMoreThanOnceUntilItIsClosed() throws Throwable {
        Fetched fetched = fetches.fetch(host.address("/png.png"));
        MediaPreparer preparer = new MediaPreparer(fetches.spools, Runnable::run);
        for (int i = 0; i < 2; i++) {
            try (Media media = preparer.prepare(new MediaRequest(
                    fetched.body(), UploadRule.ARTICLE_IMAGE, "a.png", -1, false, true))) {
                ByteBuffer read = ByteBuffer.allocate((int) media.length());
                ReadableByteChannel channel = media.open();
                while (read.hasRemaining() && channel.read(read) >= 0) {
                    // on
                }
                assertThat(read.array()).isEqualTo(Fetches.bytes(fetched));
            }
        }
        fetched.close();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Fetches.bytes(fetched))).isNotNull();
    }

    @Test
    void requestHasNoHeadersButItsOwn() throws Throwable {
        fetches.fetch(FetchAddress.of("HTTP://Pictures.Example.:" + host.port() + "//a b/../ü.png?x=\"1\""));

        assertThat(host.heads()).singleElement().isEqualTo(
                "GET //%C3%BC.png?x=%221%22 HTTP/1.1\r\n"
                                                           + "Accept: image/jpeg,image/png,image/gif,image/webp;q=0.8\r\n"
                                                           + "Accept-Encoding: identity\r\nConnection: close\r\n"
                                                           + "Host: pictures.example:" + host.port() + "\r\n"
                                                           + "User-Agent: camel-wechat-material\r\n\r\n");
    }

    @Test
    void eachFetchHasAConnectionOfItsOwn() throws Throwable {
        for (int i = 0; i < 20; i++) {
            fetches.fetch(host.address("/a.png"));
        }
        assertThat(host.connections()).isEqualTo(20);
    }

    @Test
    void anotherAddressIsTriedWhereOneDoesNotAnswer() throws Throwable {
        try (Fetches two = new Fetches(
                Fetches.from("two.example:" + host.port(), Duration.ofSeconds(30)),
                name -> new InetAddress[] { Fetches.ip("::1"), Fetches.ip("127.0.0.1") })) {
            assertThat(Fetches.bytes(two.fetch(FetchAddress.of("http://two.example:" + host.port() + "/a.png"))))
                    .isEqualTo(SMALL);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
