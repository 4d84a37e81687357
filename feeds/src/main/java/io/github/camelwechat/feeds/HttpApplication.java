package io.github.camelwechat.feeds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The application of {@code examples/http}, which listens on the same port each time it is started. */
final class HttpApplication {

    static final String JAR = "examples/http/target/http.jar";

    private final Path output;
    private final int port;

    HttpApplication(Path output) throws IOException {
        this.output = output;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Program start(String wechat, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(Map.of("WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", "secret", "WECHAT_API_URL", wechat,
                "HTTP_PORT", String.valueOf(port)));
        return Program.java(output, settings, List.of("-cp", JAR, "io.github.camelwechat.http.UploadApplication"));
    }
}
