package io.github.camelwechat.simulator.fault;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A fault and the calls that it happens to, counted from when the rule was made. Thread-safe; what it has seen goes on
 * changing.
 */
public final class FaultRule {

    private final String path;
    private final Fault fault;
    private final long first;
    private final long last;
    private final AtomicLong seen = new AtomicLong();

    FaultRule(String path, Fault fault, long first, long last) {
        this.path = path;
        this.fault = fault;
        this.first = first;
        this.last = last;
    }

    /** Counts a call. */
    boolean strikes(String called) {
        if (!path.equals(called)) {
            return false;
        }
        long call = seen.incrementAndGet();
        return call >= first && call <= last;
    }

    boolean spent() {
        return seen.get() >= last;
    }

    /** {@return the interface} */
    public String path() {
        return path;
    }

    /** {@return what goes wrong} */
    public Fault fault() {
        return fault;
    }

    /** {@return the number of the first call that it happens to, from 1} */
    public long first() {
        return first;
    }

    /** {@return the number of the last call that it happens to; {@link Long#MAX_VALUE} if there is no last one} */
    public long last() {
        return last;
    }

    /** {@return how many calls there have been since the rule was made} */
    public long seen() {
        return seen.get();
    }

    @Override
    public String toString() {
        String which = last == Long.MAX_VALUE ? "every call" : "calls " + first + " to " + last + ", " + seen + " seen";
        return path + ": " + fault + " (" + which + ")";
    }
}
