package io.github.camelwechat.ftp.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** What the programs of both servers have in common. */
final class ServerProgram {

    private ServerProgram() {
    }

    /** Tells where a server is, and waits: a signal stops it. */
    static void untilTheEnd(FolderServer server) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        System.out.println(server.name() + " server: " + server.name().toLowerCase(Locale.ROOT) + "://" + server.address());
        new CountDownLatch(1).await();
    }

    /** {@return a setting that the program cannot do without} */
    static String password(String setting) {
        return Optional.ofNullable(System.getenv(setting))
                .orElseThrow(() -> new IllegalArgumentException(setting + " is not set"));
    }

    /** What a signal does. */
    static void close(FolderServer server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
