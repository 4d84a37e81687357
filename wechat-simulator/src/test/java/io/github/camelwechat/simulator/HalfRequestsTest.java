package io.github.camelwechat.simulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests whose rest never comes hold no thread: others are served meanwhile. */
@Timeout(60)
class HalfRequestsTest extends SimulatorTest {

    /** Many times the threads of the server. */
    private static final int MANY = 300;
    private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n";

    @ParameterizedTest
    @ValueSource(strings = {
            "POST " + CONTROL + "/reset" + HEAD + "\r\n{", "GET " + CONTROL + "/journal" + HEAD + "\r\n",
            "POST " + CONTROL + "/reset" + HEAD, "POST " + STABLE_TOKEN + HEAD + "\r\n{", "POST " + STABLE_TOKEN + HEAD,
            "POST " + ADD_MATERIAL + "?type=image" + HEAD + "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\nCon",
            "GET /cgi-bin/nothing" + HEAD + "\r\n{", "POST /mmbiz_png/x/0" + HEAD + "\r\n{",
            "POST " + CONTROL + "/reset" + HEAD + "Origin: http://evil.example\r\n\r\n{", "P", "\r\n" })
    void othersAreServed(String beginning) throws IOException {
        List<RawSocket> half = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                half.add(new RawSocket(wechat.url()));
                half.get(i).send(beginning);
            }

            assertThat(client.get(CONTROL + "/apps").statusCode()).isEqualTo(200);
            assertThat(command("/clock/forward", "{\"seconds\":1}").has("now")).isTrue();
            assertThat(errcode(client.stableToken(false))).isZero();
            assertThat(client.upload(token, "image", "a.png", Samples.picture("png"), null).has("media_id")).isTrue();
        } finally {
            for (RawSocket socket : half) {
                socket.close();
            }
        }
    }

    @Test
    void bodyThatComesLaterIsRead() throws IOException {
        try (RawSocket socket = new RawSocket(wechat.url())) {
            socket.send("POST " + CONTROL + "/clock/forward HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Length: 13\r\n\r\n{\"sec");
            assertThat(client.get(CONTROL + "/apps").statusCode()).isEqualTo(200);
            socket.send("onds\":1}");

            assertThat(socket.answer()).startsWith("HTTP/1.1 200 ").contains("\"now\"");
        }
    }

    @Test
    void bodyThatIsTooLongIsRefusedBeforeItsEnd() throws IOException {
        try (RawSocket socket = new RawSocket(wechat.url())) {
            socket.send("POST " + CONTROL + "/faults HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n");
            socket.send(new byte[1024 * 1024 + 1]);

            assertThat(socket.answer()).startsWith("HTTP/1.1 413 ").contains("longer than 1048576 bytes");
        }
    }

    @Test
    void handshakeThatNeverEndsHoldsNobody(@TempDir Path folder) throws Exception {
        TestKeyStore keys = TestKeyStore.in(folder);
        List<RawSocket> half = new ArrayList<>();
        try (WechatSimulator own = WechatSimulator.builder().app("wxdemo", "secret").https(keys.file(), keys.password())
                .start()) {
            for (int i = 0; i < MANY; i++) {
                half.add(new RawSocket(own.url()));
                half.get(i).send(new byte[] { 22, 3, 1 });
            }
            ApiClient trusting = new ApiClient(own::url, HttpClient.newBuilder().sslContext(keys.trusted()));

            assertThat(trusting.get(CONTROL + "/apps").statusCode()).isEqualTo(200);
            assertThat(trusting.token()).isNotEmpty();
        } finally {
            for (RawSocket socket : half) {
                socket.close();
            }
        }
    }
}
