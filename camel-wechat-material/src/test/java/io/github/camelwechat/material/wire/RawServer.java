package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks to each connection in bytes, as a test tells it to. Nothing that knows HTTP stands in between. */
final class RawServer implements AutoCloseable {

    /** What happens on one connection; it is closed afterwards. */
    interface Conversation {
        void hold(RawConnection connection) throws Exception;
    }

    private static final int BACKLOG = 100;

    private final ServerSocket listening;
    private final List<RawConnection> connections = new CopyOnWriteArrayList<>();
    private volatile Conversation conversation;

    RawServer(Conversation conversation) throws IOException {
        this.conversation = conversation;
        listening = new ServerSocket();
        // small, so that a body of some megabytes does not fit into the buffers of a server that does not read
        listening.setReceiveBufferSize(16 * 1024);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        daemon(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** For the connections that are accepted from now on. */
    void goOnWith(Conversation next) {
        conversation = next;
    }

    List<RawConnection> connections() {
        return List.copyOf(connections);
    }

    /** All requests in the order in which they were read, whatever the connection. */
    List<RawRequest> requests() {
        return connections.stream().flatMap(connection -> connection.requests().stream()).toList();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                RawConnection connection = new RawConnection(socket);
                connections.add(connection);
                Conversation now = conversation;
                daemon(() -> hold(now, connection));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private static void hold(Conversation conversation, RawConnection connection) {
        try (connection) {
            conversation.hold(connection);
        } catch (Exception e) {
            // the client has gone away; what the test asserts is what the client saw
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(RawConnection::close);
    }
}
