package io.github.camelwechat.http;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.hc.core5.concurrent.Cancellable;

/**
 * A fetch in progress. It holds a slot until its end, and is cancelled when its time is over, whatever it waits for.
 */
final class Fetch {

    private final Runnable slot;
    private final Future<?> timeOut;
    private volatile boolean timedOut;

    /**
     * Begins one.
     *
     * @param slot gives the slot back
     */
    Fetch(Runnable slot, ScheduledExecutorService timer, FetchLimits limits, Cancellable request) {
        this.slot = slot;
        timeOut = timer.schedule(() -> {
            timedOut = true;
            request.cancel();
        }, limits.all().toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isTimedOut() {
        return timedOut;
    }

    /** Ends it; has an effect once. */
    void end() {
        timeOut.cancel(false);
        slot.run();
    }
}
