package io.github.camelwechat.material;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * How many exchanges of one account may be under way without a thread that waits for them. A slot is tried for and
 * never waited for by the one who tries; a {@link Flight} without one waits for a slot or for its own answer, whichever
 * is first. Thread-safe.
 */
final class Slots {

    /**
     * More slots that only the component's own workers may use: a worker that waits is missing for the exchanges whose
     * slots it waits for.
     */
    static final int FOR_WORKERS = 8;

    private final Queue<Flight> waiting = new ArrayDeque<>();
    private int free;

    Slots(int slots) {
        this.free = slots;
    }

    synchronized boolean tryTake(boolean byWorker) {
        if (free > 0 || (byWorker && free > -FOR_WORKERS)) {
            free--;
            return true;
        }
        return false;
    }

    synchronized void waitFor(Flight flight) {
        if (free > 0 && flight.takeSlot()) {
            free--;
        } else {
            waiting.add(flight);
        }
    }

    synchronized void forget(Flight flight) {
        waiting.remove(flight);
    }

    /** The slots that workers took beyond the ordinary ones are repaid before anybody gets one. */
    synchronized void giveBack() {
        if (free >= 0) {
            for (Flight next = waiting.poll(); next != null; next = waiting.poll()) {
                if (next.takeSlot()) {
                    return;
                }
            }
        }
        free++;
    }
}
