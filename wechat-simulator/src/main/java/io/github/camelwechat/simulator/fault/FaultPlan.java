package io.github.camelwechat.simulator.fault;

import java.util.List;

/**
 * What is to happen to one call.
 *
 * @param delayMillis how late its answer is to be
 * @param fault       what else goes wrong; null for nothing
 * @param gates       that its answer has to pass
 */
public record FaultPlan(long delayMillis, Fault fault, List<Gate> gates) {

    public boolean has(Fault.Kind kind) {
        return fault != null && fault.kind() == kind;
    }
}
