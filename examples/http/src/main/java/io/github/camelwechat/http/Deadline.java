package io.github.camelwechat.http;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.hc.core5.concurrent.Cancellable;

/** Breaks a request off when its time is over, whatever it waits for. */
final class Deadline {

    private final Future<?> end;
    private volatile boolean over;

    Deadline(ScheduledExecutorService timer, FetchLimits limits, Cancellable request) {
        end = timer.schedule(() -> {
            over = true;
            request.cancel();
        }, limits.all().toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isOver() {
        return over;
    }

    void lift() {
        end.cancel(false);
    }
}
