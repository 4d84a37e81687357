package io.github.camelwechat.material.internal.inflight;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Bound on the exchanges of one account that are under way without a thread that waits for them. A slot is tried for
 * and never waited for by the one who tries; a {@link InflightExchange} without one waits for a slot or for its own
 * answer, whichever is first. Thread-safe.
 */
public final class Slots {

    /**
     * More slots that only the component's own workers may use: a worker that waits is missing for the exchanges whose
     * slots it waits for.
     */
    static final int WORKER_RESERVE = 8;

    private final Queue<InflightExchange<?>> waiting = new ArrayDeque<>();
    private int free;

    Slots(int slots) {
        this.free = slots;
    }

    public synchronized boolean tryTake(boolean byWorker) {
        if (free > 0 || (byWorker && free > -WORKER_RESERVE)) {
            free--;
            return true;
        }
        return false;
    }

    synchronized void waitFor(InflightExchange<?> exchange) {
        if (free > 0 && exchange.takeSlot()) {
            free--;
        } else {
            waiting.add(exchange);
        }
    }

    synchronized void forget(InflightExchange<?> exchange) {
        waiting.remove(exchange);
    }

    /** The slots that workers took beyond the ordinary ones are repaid before anybody gets one. */
    public synchronized void giveBack() {
        if (free >= 0) {
            for (InflightExchange<?> next = waiting.poll(); next != null; next = waiting.poll()) {
                if (next.takeSlot()) {
                    return;
                }
            }
        }
        free++;
    }
}
