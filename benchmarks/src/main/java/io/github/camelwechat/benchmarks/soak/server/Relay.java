package io.github.camelwechat.benchmarks.soak.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/** Passes bytes between the component and the simulator, and fails as networks do for some of the requests. */
final class Relay implements Closeable {

    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Map<RelayFault, AtomicLong> faults = Collections.synchronizedMap(new EnumMap<>(RelayFault.class));
    private final AtomicInteger holding = new AtomicInteger();
    private final ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    private final URI target;
    private final double share;
    private volatile long lastMove = System.nanoTime();

    /** @param share of the requests for which the network fails, from 0 to 1 */
    Relay(URI target, double share) throws IOException {
        this.target = target;
        this.share = share;
        for (RelayFault fault : RelayFault.values()) {
            faults.put(fault, new AtomicLong());
        }
        daemon("relay", this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    Map<RelayFault, AtomicLong> faults() {
        return faults;
    }

    /** {@return whether no byte is held back, and none has passed for a while} */
    boolean isQuiet() {
        return holding.get() == 0 && System.nanoTime() - lastMove > QUIET_NANOS;
    }

    void moved() {
        lastMove = System.nanoTime();
    }

    /** Holds bytes back; the thread waits. */
    void hold(long millis) throws InterruptedException {
        holding.incrementAndGet();
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            moved();
            holding.decrementAndGet();
        }
    }

    /** {@return the fault of the request that begins; mostly none} */
    @Nullable
    RelayFault next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (random.nextDouble() >= share) {
            return null;
        }
        RelayFault[] all = RelayFault.values();
        return all[random.nextInt(all.length)];
    }

    void happened(RelayFault fault) {
        faults.computeIfAbsent(fault, first -> new AtomicLong()).incrementAndGet();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                RelayedConnection connection
                        = new RelayedConnection(this, client, new Socket(target.getHost(), target.getPort()));
                daemon("relay-request", connection::passRequests);
                daemon("relay-answer", connection::passAnswers);
            } catch (IOException e) {
                // closed, or the client has gone: the next one
            }
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
