package io.github.camelwechat.material.internal.fetch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Host on this machine that answers each connection as a test tells it to, and counts connections. */
final class OddHost implements AutoCloseable {

    private static final int BACKLOG = 200;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Map<Thread, InputStream> inputs = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final ServerSocket listening;
    private final Reply reply;

    /** Writes an answer; the connection is closed afterwards. */
    interface Reply {
        void write(String target, OutputStream out) throws Exception;
    }

    OddHost(Reply reply) throws IOException {
        this(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), reply);
    }

    OddHost(ServerSocket listening, Reply reply) {
        this.listening = listening;
        this.reply = reply;
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Returns host and port, as in a list of hosts. */
    String at() {
        return "127.0.0.1:" + port();
    }

    FetchAddress address(String target) {
        return FetchAddress.of("http://" + at() + target);
    }

    int connections() {
        return sockets.size();
    }

    /** Returns the heads of all requests. */
    List<String> heads() {
        return heads;
    }

    int open() {
        return open.get();
    }

    int mostOpen() {
        return mostOpen.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (socket) {
            StringBuilder head = new StringBuilder();
            InputStream in = socket.getInputStream();
            inputs.put(Thread.currentThread(), in);
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                head.append((char) next);
            }
            heads.add(head.toString());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            reply.write(head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP")), out);
            out.flush();
        } catch (Exception e) {
            // the client has gone
        } finally {
            open.decrementAndGet();
        }
    }

    /** Waits until the test ends, or the client closes the connection, which a dripping byte shows. */
    void drip(OutputStream out, String drop) throws Exception {
        while (!end.await(20, TimeUnit.MILLISECONDS)) {
            write(out, drop);
            out.flush();
        }
    }

    /** Sends nothing more, until the client closes the connection. */
    void hold(OutputStream out) throws Exception {
        out.flush();
        while (Objects.requireNonNull(inputs.get(Thread.currentThread())).read() >= 0) {
            // on to the end
        }
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static void ok(OutputStream out, byte[] body) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
        out.write(body);
    }

    static void redirect(OutputStream out, String location) throws IOException {
        write(out, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n");
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
