package io.github.camelwechat.material.internal.inflight;

/**
 * What bounds the exchanges of one account.
 *
 * @param slots   for exchanges without a waiting thread: twice the permits
 * @param permits for requests on the wire
 */
public record Bounds(Slots slots, Permits permits) {

    /** Creates the bounds for so many requests at once. */
    public static Bounds of(int maxConcurrentRequests) {
        return new Bounds(new Slots(2 * maxConcurrentRequests), new Permits(maxConcurrentRequests));
    }

    /** {@return the most exchanges with a slot: more workers cannot be held up at once by them} */
    public static int mostSlots(int maxConcurrentRequests) {
        return 2 * maxConcurrentRequests + Slots.WORKER_RESERVE;
    }
}
