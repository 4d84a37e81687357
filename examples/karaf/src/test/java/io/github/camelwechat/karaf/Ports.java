package io.github.camelwechat.karaf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Three ports for one Karaf. A fourth one is held open as a claim on them, so that Karafs which start at the same time,
 * also those of another build, get others. They are below the ports that systems give to outgoing connections.
 */
final class Ports implements AutoCloseable {

    private static final int FIRST = 20_000;
    private static final int BLOCKS = 2_500;
    private static final int BLOCK_SIZE = 4;
    private static final int MAX_ATTEMPTS = 100;

    private final ServerSocket claim;

    private Ports(ServerSocket claim) {
        this.claim = claim;
    }

    static Ports claim() throws IOException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            int first = FIRST + ThreadLocalRandom.current().nextInt(BLOCKS) * BLOCK_SIZE;
            try {
                ServerSocket claim = open(first);
                if (isFree(first + 1) && isFree(first + 2) && isFree(first + 3)) {
                    return new Ports(claim);
                }
                claim.close();
            } catch (IOException e) {
                // claimed, or of another program
            }
        }
        throw new IOException("No " + BLOCK_SIZE + " ports are free in a row, of " + MAX_ATTEMPTS + " that were tried");
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket free = open(port)) {
            return free.isBound();
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    int ssh() {
        return claim.getLocalPort() + 1;
    }

    int rmiRegistry() {
        return claim.getLocalPort() + 2;
    }

    int rmiServer() {
        return claim.getLocalPort() + 3;
    }

    @Override
    public void close() throws IOException {
        claim.close();
    }
}
