package io.github.camelwechat.simulator.fault;

/** A fault and the calls that it happens to, counted from when the rule was made. Guarded by {@link Faults}. */
final class FaultRule {

    private final String path;
    private final Fault fault;
    private final long first;
    private final long last;
    private long calls;

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
        calls++;
        return calls >= first && calls <= last;
    }

    boolean spent() {
        return calls >= last;
    }

    Fault fault() {
        return fault;
    }

    @Override
    public String toString() {
        String which = last == Long.MAX_VALUE ? "every call" : "calls " + first + " to " + last + ", " + calls + " seen";
        return path + ": " + fault.kind().wireName() + " " + fault.value() + " (" + which + ")";
    }
}
