package io.github.camelwechat.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads the body of a request chunk by chunk as it comes; no thread waits for it, and none of it is kept. */
final class BodyReader {

    /** Takes a piece of the body. */
    @FunctionalInterface
    interface Sink {
        /** {@return whether the rest is wanted} */
        boolean take(ByteBuffer bytes) throws IOException;
    }

    /** Is told once how the reading ended. */
    interface End {
        void complete();

        /** The sink did not want the rest. */
        void enough();

        void failed(Throwable cause);
    }

    private final Request request;
    private final Sink sink;
    private final End end;

    BodyReader(Request request, Sink sink, End end) {
        this.request = request;
        this.sink = sink;
        this.end = end;
    }

    void read() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this::read);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                end.failed(chunk.getFailure());
                return;
            }
            boolean last = chunk.isLast();
            boolean more;
            try {
                more = !chunk.hasRemaining() || sink.take(chunk.getByteBuffer());
            } catch (IOException | UncheckedIOException e) {
                end.failed(e);
                return;
            } finally {
                chunk.release();
            }
            if (last) {
                end.complete();
                return;
            }
            if (!more) {
                end.enough();
                return;
            }
        }
    }
}
