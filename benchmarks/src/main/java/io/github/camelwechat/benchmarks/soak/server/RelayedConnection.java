package io.github.camelwechat.benchmarks.soak.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/** Pair of connections: from the component, and on to the simulator. */
final class RelayedConnection {

    /** Longer than the time limit of a request. */
    private static final int STALL_MILLIS = 2600;
    private static final int CLOSED_AFTER_MILLIS = 4;
    private static final int BUFFER_BYTES = 32 * 1024;

    private final Relay relay;
    private final Socket client;
    private final Socket simulator;
    private volatile boolean answered = true;
    private volatile @Nullable RelayFault fault;

    RelayedConnection(Relay relay, Socket client, Socket simulator) throws IOException {
        this.relay = relay;
        this.client = client;
        this.simulator = simulator;
        client.setTcpNoDelay(true);
        simulator.setTcpNoDelay(true);
    }

    /** Runs until one of the two ends closes. */
    void passRequests() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (client; simulator) {
            InputStream from = client.getInputStream();
            OutputStream to = simulator.getOutputStream();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                int passed = 0;
                if (answered) {
                    answered = false;
                    fault = relay.next();
                    passed = begin(to, buffer, read);
                }
                to.write(buffer, passed, read - passed);
                relay.moved();
            }
        } catch (IOException e) {
            // one of the two has gone: so has the other one
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int begin(OutputStream to, byte[] buffer, int read) throws IOException, InterruptedException {
        if (fault != RelayFault.RESET_AMID_REQUEST && fault != RelayFault.REQUEST_STALLS) {
            return 0;
        }
        int part = ThreadLocalRandom.current().nextInt(read);
        to.write(buffer, 0, part);
        relay.happened(fault);
        if (fault == RelayFault.RESET_AMID_REQUEST) {
            client.setSoLinger(true, 0);
            simulator.setSoLinger(true, 0);
            throw new IOException("reset");
        }
        relay.hold(STALL_MILLIS);
        return part;
    }

    /** Runs until one of the two ends closes. */
    void passAnswers() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (client; simulator) {
            InputStream from = simulator.getInputStream();
            OutputStream to = client.getOutputStream();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                RelayFault now = fault;
                fault = null;
                if (now == RelayFault.ANSWER_STALLS) {
                    relay.happened(now);
                    relay.hold(STALL_MILLIS);
                }
                // before the answer is passed on, after which the next request may come
                answered = true;
                to.write(buffer, 0, read);
                relay.moved();
                if (now == RelayFault.KEPT_CONNECTION_CLOSED) {
                    relay.happened(now);
                    relay.hold(ThreadLocalRandom.current().nextInt(CLOSED_AFTER_MILLIS));
                    return;
                }
            }
        } catch (IOException e) {
            // one of the two has gone: so has the other one
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
