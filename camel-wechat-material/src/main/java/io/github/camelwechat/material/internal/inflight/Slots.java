package io.github.camelwechat.material.internal.inflight;

/**
 * Bound on the exchanges that are under way without a thread that waits for them: the slots of one owner, which shares
 * them with the other owners. A slot is tried for and never waited for by the one who tries; a {@link InflightExchange}
 * without one waits for a slot or for its own answer, whichever is first. Thread-safe.
 */
public final class Slots {

    /**
     * More slots, of all owners together, that only the component's own workers may use: a worker that waits is missing
     * for the exchanges whose slots it waits for.
     */
    static final int WORKER_RESERVE = 8;

    private final FairBound<InflightExchange<?>> bound;
    private final FairBound<InflightExchange<?>>.Owner owner;

    Slots(int slots) {
        this(new FairBound<>(slots, InflightExchange::takeSlot));
    }

    private Slots(FairBound<InflightExchange<?>> bound) {
        this.bound = bound;
        this.owner = bound.newOwner();
    }

    Slots forAnotherOwner() {
        return new Slots(bound);
    }

    public boolean tryTake(boolean byWorker) {
        return owner.tryTake(byWorker ? WORKER_RESERVE : 0);
    }

    void waitFor(InflightExchange<?> exchange) {
        owner.takeOrWait(exchange);
    }

    void forget(InflightExchange<?> exchange) {
        owner.remove(exchange);
    }

    /** The slots that workers took beyond the ordinary ones are repaid before anybody gets one. */
    public void giveBack() {
        bound.giveBack();
    }
}
