package io.github.camelwechat.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers each connection in the way that is written down, also such as no server should. */
final class OddServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Answer answer;

    OddServer(Answer answer) throws IOException {
        this.answer = answer;
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of all requests. */
    List<String> requests() {
        return requests;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                sockets.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            StringBuilder head = new StringBuilder();
            InputStream in = connection.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            requests.add(head.toString());
            answer.write(head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP")), connection.getOutputStream());
        } catch (Exception e) {
            // the client has gone
        }
    }

    static void head(OutputStream out, String lines) throws IOException {
        out.write((lines + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : sockets) {
            connection.close();
        }
        threads.shutdownNow();
    }

    interface Answer {
        void write(String path, OutputStream out) throws Exception;
    }
}
