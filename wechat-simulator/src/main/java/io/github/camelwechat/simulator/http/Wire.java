package io.github.camelwechat.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.Body;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The ways in which a request can end: an answer, an answer and a closed connection, a reset. */
final class Wire {

    private static final long LINGER_SECONDS = 2;

    private final Request request;
    private final Response response;
    private final Callback callback;

    Wire(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    void answer(Answer answer) {
        write(answer, callback);
    }

    /**
     * Answers and closes the connection. What the client is still sending is read and dropped for a moment: closing at
     * once would make a reset of it, and the client would not see its answer.
     */
    void answerAndClose(Answer answer) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        write(answer, Callback.from(this::linger, callback::failed));
    }

    /**
     * Promises the whole answer, sends that many bytes of its body, at least one too few, and closes the connection.
     */
    void cut(Answer answer, long bytes) {
        byte[] sent;
        try {
            sent = beginning(answer.body(), Math.min(bytes, Math.max(0, answer.body().size() - 1)));
        } catch (IOException e) {
            close();
            return;
        }
        head(answer);
        response.write(false, ByteBuffer.wrap(sent), Callback.from(this::close, callback::failed));
    }

    /** Closes the connection without another byte. */
    void close() {
        end(false, "closed");
    }

    void reset(String how) {
        end(true, how);
    }

    private void end(boolean abortively, String how) {
        try {
            SocketChannel channel = channel();
            if (abortively) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            channel.close();
        } catch (IOException e) {
            // the client was faster
        }
        callback.failed(new AbruptEnd(how));
    }

    private static byte[] beginning(Body body, long bytes) throws IOException {
        if (body instanceof Body.InMemory there) {
            return Arrays.copyOf(there.bytes(), (int) bytes);
        }
        try (InputStream stored = ((Body.Stored) body).source().open()) {
            return stored.readNBytes((int) bytes);
        }
    }

    /** Below TLS: its farewell would say that nothing is missing. */
    private SocketChannel channel() {
        Object transport = request.getConnectionMetaData().getConnection().getEndPoint();
        while (transport instanceof EndPoint endPoint) {
            transport = endPoint.getTransport();
        }
        return (SocketChannel) transport;
    }

    /** The client went away. */
    void abandon() {
        callback.failed(new AbruptEnd("the client went away"));
    }

    private void write(Answer answer, Callback written) {
        if (answer.body() instanceof Body.InMemory body) {
            head(answer);
            response.write(true, ByteBuffer.wrap(body.bytes()), written);
            return;
        }
        InputStream stored;
        try {
            stored = ((Body.Stored) answer.body()).source().open();
        } catch (IOException e) {
            callback.failed(new AbruptEnd("the file was deleted before it could be sent"));
            return;
        }
        head(answer);
        Content.copy(Content.Source.from(stored), response, written);
    }

    private void head(Answer answer) {
        response.setStatus(answer.status());
        if (answer.contentType() != null) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        if (answer.fileName() != null) {
            String inUtf8 = new String(answer.fileName().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            response.getHeaders().put("Content-disposition", "attachment; filename=\"" + inUtf8 + "\"");
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().size());
    }

    private void linger() {
        Once done = new Once(callback);
        request.getComponents().getScheduler().schedule(done::run, LINGER_SECONDS, TimeUnit.SECONDS);
        new BodyReader(request, this::drop, done).read();
    }

    private boolean drop(ByteBuffer bytes) {
        bytes.position(bytes.limit());
        return true;
    }

    /** Completes the request when the rest is read or the time is over, whichever comes first. */
    private static final class Once implements BodyReader.End {

        private final Callback callback;
        private boolean done;

        Once(Callback callback) {
            this.callback = callback;
        }

        void run() {
            synchronized (this) {
                if (done) {
                    return;
                }
                done = true;
            }
            callback.succeeded();
        }

        @Override
        public void complete() {
            run();
        }

        @Override
        public void enough() {
            run();
        }

        @Override
        public void failed(Throwable cause) {
            run();
        }
    }
}
