package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Hands an answer to its reader and keeps what stood before it. */
final class AnswerConsumer implements AsyncResponseConsumer<AnswerReader.Head> {

    private final AnswerReader<?> reader;
    private final BooleanSupplier cutsOff;
    private final Runnable released;
    private @Nullable FutureCallback<AnswerReader.Head> result;
    private AnswerReader.@Nullable Head head;

    /**
     * @param cutsOff  keeps the rest of the request from being sent, and returns whether there is any
     * @param released called once the connection is free again, or gone
     */
    AnswerConsumer(AnswerReader<?> reader, BooleanSupplier cutsOff, Runnable released) {
        this.reader = reader;
        this.cutsOff = cutsOff;
        this.released = released;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context,
            FutureCallback<AnswerReader.Head> callback)
            throws IOException {
        head = new AnswerReader.Head(
                response.getCode(), value(response, HttpHeaders.CONTENT_TYPE),
                value(response, HttpHeaders.CONTENT_DISPOSITION), hasText(response, CloudHostingErrors.SEQID));
        result = callback;
        if (entity == null) {
            streamEnd(null);
        }
    }

    private static @Nullable String value(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static boolean hasText(HttpResponse response, String name) {
        String value = value(response, name);
        return value != null && !value.isBlank();
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
        try {
            reader.consume(src);
        } catch (RuntimeException | Error e) {
            // an Error, no memory for example, would end the I/O thread, and with it every other request on it
            throw new IOException("The answer could not be taken in: " + e, e);
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws IOException {
        boolean early = cutsOff.getAsBoolean();
        Objects.requireNonNull(result).completed(head);
        if (early) {
            // ends the connection: a peer that does not read on would hold it, and the permit with it
            throw new InterruptedIOException("The answer came before the request had gone out whole");
        }
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
