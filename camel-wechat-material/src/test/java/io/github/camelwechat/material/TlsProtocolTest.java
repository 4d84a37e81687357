package io.github.camelwechat.material;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Which protocols the component offers above TLS: SECURITY.md names this test. */
class TlsProtocolTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path folder;

    @Test
    void handshakeNeverOffersHttp2() throws Exception {
        Certificates certificates = new Certificates(folder);
        CompletableFuture<List<String>> offered = new CompletableFuture<>();
        try (SSLServerSocket server = listening(certificates.of("127.0.0.1"))) {
            Thread handshake = new Thread(() -> shakeHands(server, offered), "handshake");
            handshake.setDaemon(true);
            handshake.start();
            wechat.configuration().setSslContextParameters(certificates.trusting());

            wechat.upload("wechat-material:wx?accessToken=T&apiUrl=https://127.0.0.1:" + server.getLocalPort(),
                    Samples.png(2000, 1), Map.of());

            assertThat(offered.get(20, TimeUnit.SECONDS)).isSubsetOf("http/1.1");
        }
    }

    private static SSLServerSocket listening(HandshakeCertificates shown) throws IOException {
        return (SSLServerSocket) shown.sslContext().getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void shakeHands(SSLServerSocket server, CompletableFuture<List<String>> offered) {
        try (SSLSocket connection = (SSLSocket) server.accept()) {
            connection.setHandshakeApplicationProtocolSelector((socket, protocols) -> {
                offered.complete(protocols);
                return "";
            });
            connection.startHandshake();
            // it was never asked for, so nothing was offered
            offered.complete(List.of());
        } catch (IOException e) {
            offered.completeExceptionally(e);
        }
    }
}
