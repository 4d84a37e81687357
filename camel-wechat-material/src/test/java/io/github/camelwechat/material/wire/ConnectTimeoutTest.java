package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.error.NotSentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A connection that does not come about ends after {@code connectTimeout}, and not with the whole request's time. */
class ConnectTimeoutTest {

    private static final String OPTIONS = "connectTimeout=300&requestTimeout=20000";

    private final List<SocketChannel> crowd = new ArrayList<>();

    @AfterEach
    void dissolve() throws IOException {
        for (SocketChannel channel : crowd) {
            channel.close();
        }
    }

    /** Takes all the places in front of a server. */
    private void crowd(ServerSocket server) throws IOException {
        for (int i = 0; i < 10; i++) {
            SocketChannel channel = SocketChannel.open();
            crowd.add(channel);
            channel.configureBlocking(false);
            channel.connect(server.getLocalSocketAddress());
        }
    }

    /** Linux lets those wait for whom there is no place; others refuse them. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aServerThatAcceptsNobodyGotNothing() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
             Uploader uploader = new Uploader("http://127.0.0.1:" + full.getLocalPort(), OPTIONS)) {
            crowd(full);

            assertThatThrownBy(() -> uploader.upload(Samples.png(), "camel.png")).isExactlyInstanceOf(NotSentException.class)
                    .hasMessageContaining("127.0.0.1 cannot be reached");
        }
    }

    @Test
    void norDidOneThatIsSilentWhereTlsBegins() throws Exception {
        try (RawServer silent = new RawServer(RawConnection::stall);
             Uploader uploader = new Uploader(silent.url().replace("http:", "https:"), OPTIONS)) {
            assertThatThrownBy(() -> uploader.upload(Samples.png(), "camel.png")).isExactlyInstanceOf(NotSentException.class)
                    .hasMessageNotContaining("requestTimeout");
        }
    }
}
