package io.github.camelwechat.material.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Reads an answer whole, up to a size that no JSON of these interfaces comes near. It does not look at the
 * Content-Type: WeChat's is often wrong.
 */
final class AnswerConsumer implements AsyncResponseConsumer<HttpAnswer> {

    static final int LIMIT = 4 * 1024 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    private final Runnable released;
    private FutureCallback<HttpAnswer> result;
    private int status;

    /** @param released called once the connection is free again, or gone */
    AnswerConsumer(Runnable released) {
        this.released = released;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<HttpAnswer> callback) {
        status = response.getCode();
        result = callback;
        if (entity == null) {
            streamEnd(null);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx says nothing about the outcome
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer src) throws IOException {
        if (body.size() + src.remaining() > LIMIT) {
            throw new IOException("The answer is longer than " + LIMIT + " bytes");
        }
        try {
            byte[] chunk = new byte[src.remaining()];
            src.get(chunk);
            body.writeBytes(chunk);
        } catch (OutOfMemoryError e) {
            // an Error would end the I/O thread, and with it every other request on it
            throw new IOException("No memory left for the answer", e);
        }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        result.completed(new HttpAnswer(status, body.toByteArray()));
    }

    @Override
    public void failed(Exception cause) {
        // the engine tells the callback of the request
    }

    @Override
    public void releaseResources() {
        released.run();
    }
}
