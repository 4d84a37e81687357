package io.github.camelwechat.material.internal.fetch;

import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

import io.github.camelwechat.material.Certificates;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A host shows a certificate for its name, though the connection is made to an IP address. */
@Timeout(60)
class FetchTlsTest {

    @TempDir
    private Path folder;

    private static void reply(String target, OutputStream out) throws Exception {
        OddHost.ok(out, new byte[] { 1 });
    }

    @Test
    void certificateIsCheckedByName() throws Throwable {
        HandshakeCertificates certificates = new Certificates(folder).of("pictures.example");
        SSLContext context = certificates.sslContext();
        SSLServerSocket listening = (SSLServerSocket) context.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        int port = listening.getLocalPort();
        FetchSettings settings = Fetches.from(
                "pictures.example:" + port + ",other.example:" + port + ",127.0.0.1:" + port, Fetches.LONG);
        HostResolver here = name -> new InetAddress[] { Fetches.ip("127.0.0.1") };
        try (OddHost host = new OddHost(listening, FetchTlsTest::reply);
             Fetches trusting = new Fetches(settings, here, ip -> false, context);
             Fetches others = new Fetches(settings, here)) {
            assertThat(trusting.fetch(FetchAddress.of("https://pictures.example:" + port + "/a.png")).size()).isEqualTo(1);
            for (String name : new String[] { "other.example", "127.0.0.1" }) {
                assertThat(catchThrowable(() -> trusting.fetch(FetchAddress.of("https://" + name + ":" + port + "/"))))
                        .isInstanceOf(FetchException.class).hasMessageContaining("not one for this host")
                        .extracting(failure -> ((FetchException) failure).isRetryable()).isEqualTo(false);
            }
            assertThat(catchThrowable(() -> others.fetch(FetchAddress.of("https://pictures.example:" + port + "/"))))
                    .isInstanceOf(FetchException.class).hasMessageContaining("is not trusted");
            assertThat(host.heads()).hasSize(1);
        }
    }
}
