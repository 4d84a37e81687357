package io.github.camelwechat.material.internal.inflight;

/**
 * Bounds on the exchanges of one account.
 *
 * @param slots   for exchanges without a waiting thread: twice the permits
 * @param permits for requests on the wire
 */
public record Bounds(Slots slots, Permits permits) {

    /** Creates the bounds for so many requests at once. */
    public static Bounds of(int maxConcurrentRequests) {
        return new Bounds(new Slots(slots(maxConcurrentRequests)), new Permits(maxConcurrentRequests));
    }

    /** {@return the most exchanges with a slot: more workers cannot be held up at once by them} */
    public static int mostSlots(int maxConcurrentRequests) {
        return slots(maxConcurrentRequests) + Slots.WORKER_RESERVE;
    }

    private static int slots(int permits) {
        return 2 * permits;
    }
}
