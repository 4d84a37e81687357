package io.github.camelwechat.feeds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/** The application of {@code examples/http}, which listens on the same port each time it is started. */
final class HttpApplication {

    private final Example example;
    private final int port;

    HttpApplication(Example example) throws IOException {
        this.example = example;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Program start(Map<String, String> account, String fetchHosts) throws IOException {
        return example.upload(account, Map.of("HTTP_PORT", String.valueOf(port), "FETCH_HOSTS", fetchHosts));
    }
}
