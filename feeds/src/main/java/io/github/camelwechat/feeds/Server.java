package io.github.camelwechat.feeds;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A feed's server, which is started when its address is first asked for: one that does not start can still be closed.
 */
final class Server implements AutoCloseable {

    private final Start start;
    private final String announcement;
    private @Nullable Program program;

    /** Starts the program. */
    interface Start {
        Program program() throws IOException;
    }

    /** @param announcement what stands before the address in the line that it prints when it is ready */
    Server(Start start, String announcement) {
        this.start = start;
        this.announcement = announcement;
    }

    String url() throws IOException {
        if (program == null) {
            program = start.program();
        }
        return program.await(announcement);
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }
}
