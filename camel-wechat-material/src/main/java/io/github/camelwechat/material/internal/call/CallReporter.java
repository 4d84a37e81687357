package io.github.camelwechat.material.internal.call;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.camelwechat.material.internal.call.CallListener.CallEnd;
import io.github.camelwechat.material.internal.call.CallListener.CallInfo;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.internal.call.CallListener.OperationEnd;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listeners of one account. Thread-safe.
 *
 * @param listeners told in this order
 * @param account   a name by which endpoints use it
 * @param nanoTime  counts as {@link System#nanoTime} does
 */
public record CallReporter(List<CallListener> listeners, String account, LongSupplier nanoTime) {

    private static final Logger LOG = LoggerFactory.getLogger(CallReporter.class);
    private static final long NOT_SENT = Long.MIN_VALUE;

    /**
     * Begins an attempt, and tells of it.
     *
     * @param stages begin it; they run what they are given when the request goes out
     * @param result of the attempt as a record; null where there is none
     */
    public <T extends @Nullable Object> Call<T> report(
            WechatInterface called, MediaInfo media, int attempt, Function<Runnable, Call<T>> stages,
            Function<? super T, @Nullable WechatMaterialResult> result) {
        CallInfo info = new CallInfo(called, account, media, attempt);
        long begun = nanoTime.getAsLong();
        AtomicLong sent = new AtomicLong(NOT_SENT);
        tell(listener -> listener.queued(info));
        Call<T> call = begin(stages, () -> {
            sent.set(nanoTime.getAsLong());
            tell(listener -> listener.sent(info));
        });
        call.listen((value, failure) -> {
            long now = nanoTime.getAsLong();
            long left = sent.get() == NOT_SENT ? now : sent.get();
            CallEnd end = new CallEnd(
                    info, Duration.ofNanos(left - begun), Duration.ofNanos(now - left),
                    failure == null ? result.apply(value) : null, failure);
            tell(listener -> listener.ended(end));
        });
        return call;
    }

    /** Begins the stages; what they throw is the failure of the call, of whose end is told too. */
    private static <T extends @Nullable Object> Call<T> begin(Function<Runnable, Call<T>> stages, Runnable sent) {
        try {
            return stages.apply(sent);
        } catch (RuntimeException | Error e) {
            return Call.failed(e);
        }
    }

    /** Tells of the end of an operation. */
    public void completed(OperationEnd operation) {
        tell(listener -> listener.completed(operation));
    }

    private void tell(Consumer<CallListener> event) {
        for (CallListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException | Error e) {
                LOG.warn("A listener failed: {}", listener.getClass().getName(), e);
            }
        }
    }
}
