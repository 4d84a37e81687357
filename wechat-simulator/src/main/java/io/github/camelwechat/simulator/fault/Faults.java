package io.github.camelwechat.simulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.camelwechat.simulator.rule.ServedPaths;

/**
 * What goes wrong on command. Paths are those of the interfaces, for example {@code /cgi-bin/material/add_material};
 * others are refused with an {@link IllegalArgumentException}, because nothing would ever happen there. Calls are
 * counted from when a rule is made. Of several faults for one call the delays add up, and of the others the rule made
 * first counts. Thread-safe.
 */
public final class Faults {

    private final ServedPaths served;
    private final List<FaultRule> rules = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();

    /**
     * Internal: not API.
     *
     * @param served the paths of the interfaces
     */
    public Faults(ServedPaths served) {
        this.served = served;
    }

    /**
     * The next call fails.
     *
     * @param path  the interface
     * @param fault what goes wrong
     */
    public void next(String path, Fault fault) {
        next(path, 1, fault);
    }

    /**
     * The next {@code number} calls fail.
     *
     * @param path   the interface
     * @param number how many, from 1
     * @param fault  what goes wrong
     */
    public void next(String path, long number, Fault fault) {
        add(path, fault, 1, number);
    }

    /**
     * The {@code n}-th call from now on fails, and only this one.
     *
     * @param path  the interface
     * @param n     from 1
     * @param fault what goes wrong
     */
    public void nth(String path, long n, Fault fault) {
        add(path, fault, n, n);
    }

    /**
     * Every call fails until {@link #clear}.
     *
     * @param path  the interface
     * @param fault what goes wrong
     */
    public void always(String path, Fault fault) {
        add(path, fault, 1, Long.MAX_VALUE);
    }

    /**
     * Every answer comes that much later, until {@link #clear}; no thread waits meanwhile.
     *
     * @param path the interface
     * @param by   how much later
     */
    public void latency(String path, Duration by) {
        always(path, Fault.delay(by));
    }

    /**
     * Holds back the answers of all calls that arrive from now on.
     *
     * @param  path the interface
     * @return      lets them go
     */
    public synchronized Gate hold(String path) {
        served.require(path);
        gates.removeIf(Gate::isOpen);
        Gate gate = new Gate(path);
        gates.add(gate);
        return gate;
    }

    /** Forgets all faults and opens all gates. */
    public void clear() {
        List<Gate> shut;
        synchronized (this) {
            rules.clear();
            shut = List.copyOf(gates);
            gates.clear();
        }
        shut.forEach(Gate::open);
    }

    /** {@return the gates that are shut, in the order in which they were made} */
    public synchronized List<Gate> gates() {
        gates.removeIf(Gate::isOpen);
        return List.copyOf(gates);
    }

    /** {@return the rules that can still strike, in the order in which they were made} */
    public synchronized List<FaultRule> rules() {
        return List.copyOf(rules);
    }

    /**
     * Counts a call and says what is to happen to it. Internal: not API.
     *
     * @param  path the interface, or any other path
     * @return      what is to happen
     */
    public synchronized FaultPlan plan(String path) {
        long delay = 0;
        Fault fault = null;
        for (FaultRule rule : rules) {
            if (!rule.strikes(path)) {
                continue;
            }
            if (rule.fault().kind() == Fault.Kind.DELAY) {
                delay += rule.fault().value();
            } else if (fault == null) {
                fault = rule.fault();
            }
        }
        rules.removeIf(FaultRule::spent);
        return new FaultPlan(delay, fault, gates.stream().filter(gate -> gate.path().equals(path)).toList());
    }

    private synchronized void add(String path, Fault fault, long first, long last) {
        served.require(path);
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("Calls are counted from 1, not from " + Math.min(first, last));
        }
        rules.add(new FaultRule(path, fault, first, last));
    }
}
