package io.github.camelwechat.material.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The server's end of a connection. Every byte that was read is kept. */
final class RawConnection implements AutoCloseable {

    static final String GOOD = "{\"media_id\":\"MEDIA\",\"url\":\"http://mmbiz.qpic.cn/1\"}";
    private static final String TOKEN = "{\"access_token\":\"T-2\",\"expires_in\":7200}";

    private final Socket socket;
    private final InputStream in;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<RawRequest> requests = new CopyOnWriteArrayList<>();

    RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 8 * 1024);
    }

    List<RawRequest> requests() {
        return requests;
    }

    /** The head up to and with the empty line. */
    String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the client has closed after: " + head);
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    /** The body only as far as Content-Length promises it: a chunked request would have none. */
    RawRequest readRequest() throws IOException {
        String head = readHead();
        RawRequest request = new RawRequest(head, in.readNBytes((int) RawRequest.contentLength(head)));
        requests.add(request);
        return request;
    }

    /** At least one byte, and no more than there is. */
    void readSome() throws IOException {
        in.read(new byte[1024]);
    }

    /** Whatever else the client sends until it closes. */
    byte[] readRest() throws IOException {
        return in.readAllBytes();
    }

    void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void answer(String json) throws IOException {
        answer("Content-Type: application/json; charset=utf-8\r\n", json);
    }

    /** With notice that the connection closes: without it, the next request may cross the end on its way. */
    void lastAnswer(String json) throws IOException {
        answer("Content-Type: application/json; charset=utf-8\r\nConnection: close\r\n", json);
    }

    void answer(String headers, String json) throws IOException {
        answer(headers, json.getBytes(UTF_8));
    }

    void answer(String headers, byte[] body) throws IOException {
        send("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n");
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    /** Good answers until the client closes. */
    void serve() throws IOException {
        while (true) {
            answer(readRequest().requestLine().contains("/stable_token") ? TOKEN : GOOD);
        }
    }

    /** Reads nothing, and holds the connection until the test is over. */
    void stall() throws InterruptedException {
        closed.await();
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
