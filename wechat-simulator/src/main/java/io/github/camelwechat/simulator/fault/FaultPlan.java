package io.github.camelwechat.simulator.fault;

import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is to happen to one call. Internal: not API.
 *
 * @param delayMillis how late its answer is to be
 * @param fault       what else goes wrong; null for nothing
 * @param gates       that its answer has to pass
 */
public record FaultPlan(long delayMillis, @Nullable Fault fault, List<Gate> gates) {

    /**
     * {@return whether that is what goes wrong}
     *
     * @param kind of a fault
     */
    public boolean has(Fault.Kind kind) {
        return fault != null && fault.kind() == kind;
    }

    /** {@return the value of the fault; 0 where there is none} */
    public long value() {
        return fault == null ? 0 : fault.value();
    }

    /** {@return what the control API calls the fault; empty where there is none} */
    public String name() {
        return fault == null ? "" : fault.kind().wireName();
    }

    /**
     * Goes on behind the gates: now, or on the thread that opens the last of them.
     *
     * @param then sends the answer
     */
    public void passGates(Runnable then) {
        pass(gates.iterator(), then);
    }

    private static void pass(Iterator<Gate> gates, Runnable then) {
        if (gates.hasNext()) {
            gates.next().pass(() -> pass(gates, then));
        } else {
            then.run();
        }
    }
}
