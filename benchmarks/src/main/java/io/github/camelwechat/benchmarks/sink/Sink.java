package io.github.camelwechat.benchmarks.sink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

import javax.net.ssl.SSLServerSocketFactory;

/**
 * A stand-in for WeChat that reads uploads and only counts them, so that next to nothing but the client is measured. It
 * runs in a Java of its own, once with and once without TLS (with the key store that Java is started with).
 */
public final class Sink {

    private static final int BACKLOG = 64;

    private final Counts counts = new Counts();

    private Sink() {
    }

    /** Prints the two ports, and ends with its standard input. */
    public static void main(String[] args) throws IOException {
        Sink sink = new Sink();
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket http = new ServerSocket(0, BACKLOG, here);
        ServerSocket https = SSLServerSocketFactory.getDefault().createServerSocket(0, BACKLOG, here);
        start("http", () -> sink.serve(http));
        start("https", () -> sink.serve(https));
        System.out.println(http.getLocalPort() + " " + https.getLocalPort());
        System.in.transferTo(System.err);
    }

    private void serve(ServerSocket server) {
        try {
            while (true) {
                Socket client = server.accept();
                start("connection", new Connection(client, counts));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The sink takes no more connections", e);
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
