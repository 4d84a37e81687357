package io.github.camelwechat.material.internal.inflight;

/**
 * Bounds on the exchanges of one owner: an account, or one of the merchants that share the bounds of a platform.
 *
 * @param slots   for exchanges without a waiting thread: twice the permits
 * @param permits for requests on the wire
 * @param window  for pictures of articles, from their fetch to their answer: twice the permits, so that requests never
 *                wait for a fetch while there are pictures. Its owners are articles. A picture has a place in the
 *                window first and a permit second; an article has a slot, and neither of these
 */
public record Bounds(Slots slots, Permits permits, Permits window) {

    /** Creates the bounds for so many requests at once, and their first owner. */
    public static Bounds of(int maxConcurrentRequests) {
        return new Bounds(
                new Slots(slots(maxConcurrentRequests)), new Permits(maxConcurrentRequests),
                new Permits(2 * maxConcurrentRequests));
    }

    /**
     * Returns a view of the same slots and permits for a new owner. What is given back goes to the owner that has gone
     * longest without a grant; a new owner takes its turn as if it had been granted one now. Keep the view for as long
     * as exchanges of its owner keep coming: a second view is another owner. The bounds themselves do not keep it.
     */
    public Bounds forAnotherOwner() {
        return new Bounds(slots.forAnotherOwner(), permits.forAnotherOwner(), window);
    }

    /**
     * {@return the most exchanges with a slot, of all owners together: more workers cannot be held up at once by them}
     */
    public static int mostSlots(int maxConcurrentRequests) {
        return slots(maxConcurrentRequests) + Slots.WORKER_RESERVE;
    }

    private static int slots(int permits) {
        return 2 * permits;
    }
}
