package io.github.camelwechat.benchmarks.soak;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** One exchange: what it is for, and how it has ended. Thread-safe. */
final class Call {

    private final WechatMaterialOperations operation;
    private final String name;
    private final Set<String> contents;
    private final @Nullable ClientFault fault;
    private final AtomicInteger ends = new AtomicInteger();
    private volatile @Nullable CallEnd end;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable String mediaId;
    private volatile @Nullable Object digest;
    private volatile boolean struck;

    /**
     * Makes one that has not begun.
     *
     * @param operation of the exchange
     * @param name      of the uploaded file, which no other call has; of other operations the {@code media_id}
     * @param contents  the SHA-256 of what is stored or fetched: any of these is right
     * @param fault     on the component's side
     */
    Call(WechatMaterialOperations operation, String name, Set<String> contents, @Nullable ClientFault fault) {
        this.operation = operation;
        this.name = name;
        this.contents = Set.copyOf(contents);
        this.fault = fault;
    }

    WechatMaterialOperations operation() {
        return operation;
    }

    String name() {
        return name;
    }

    Set<String> contents() {
        return contents;
    }

    @Nullable
    ClientFault fault() {
        return fault;
    }

    /** Notes the end. */
    void ended(Exchange exchange) {
        failure = exchange.getException();
        end = CallEnd.of(exchange.getException());
        mediaId = exchange.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID, String.class);
        digest = exchange.getProperty(SoakRoutes.DIGEST);
        ends.incrementAndGet();
    }

    /** Notes that its fault happens, unless it has ended already. */
    void strike() {
        struck |= ends.get() == 0;
    }

    /** {@return whether its fault has happened: as far as known, or by how it has ended} */
    boolean wasStruck() {
        return fault != null && (struck || end != CallEnd.DONE);
    }

    /** {@return how often it has ended} */
    int ends() {
        return ends.get();
    }

    @Nullable
    CallEnd end() {
        return end;
    }

    /** {@return the id in the result; null where there is none} */
    @Nullable
    String mediaId() {
        return mediaId;
    }

    /** {@return the SHA-256 of what was fetched; null where nothing was} */
    @Nullable
    Object digest() {
        return digest;
    }

    boolean isUpload() {
        return operation == WechatMaterialOperations.addMaterial || operation == WechatMaterialOperations.uploadImage;
    }

    @Override
    public String toString() {
        return operation + " of " + name + (fault == null ? "" : ", " + fault) + ": " + end + ", ended " + ends
               + " times, " + failure;
    }
}
