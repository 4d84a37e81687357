package io.github.camelwechat.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Sends bytes as they are and reads what comes back until the server closes. */
final class RawSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    RawSocket(String url) throws IOException {
        URI uri = URI.create(url);
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends head and body in one go, with {@code Connection: close} and an exact Content-Length. */
    static String post(String url, String pathAndQuery, @Nullable String contentType, byte[] body) throws IOException {
        return post(url, pathAndQuery, contentType, body, body.length);
    }

    static String post(String url, String pathAndQuery, @Nullable String contentType, byte[] body, long contentLength)
            throws IOException {
        try (RawSocket socket = new RawSocket(url)) {
            socket.send("POST " + pathAndQuery + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + (contentType == null ? "" : "Content-Type: " + contentType + "\r\n")
                        + "Content-Length: " + contentLength + "\r\n\r\n");
            socket.send(body);
            return socket.answer();
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** {@return the next line, without its end} */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = socket.getInputStream().read(); b >= 0 && b != '\n'; b = socket.getInputStream().read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** {@return head and body, up to the end of the connection} */
    String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(answer);
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
