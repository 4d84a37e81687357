package io.github.camelwechat.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Faults;
import io.github.camelwechat.simulator.fault.Gate;

/** Faults and gates by HTTP. */
final class FaultCommands {

    private final Faults faults;
    private final Map<Integer, Gate> gates = new ConcurrentHashMap<>();
    private final AtomicInteger lastGate = new AtomicInteger();

    FaultCommands(Faults faults) {
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/faults", command -> Map.of("faults", faults.rules())),
                Route.of("POST", "/faults", this::add),
                Route.of("DELETE", "/faults", command -> clear()),
                Route.of("GET", "/gates", command -> Map.of("gates", list())),
                Route.of("POST", "/gates", this::hold),
                Route.of("POST", "/gates/{id}/release", this::release),
                Route.of("DELETE", "/gates/{id}", this::open));
    }

    private Object add(Command command) {
        command.allow("path", "fault", "value", "next", "nth", "always");
        Fault fault = new Fault(Fault.Kind.named(command.text("fault")), command.number("value", 0));
        String path = command.text("path");
        if (command.body().path("always").asBoolean()) {
            faults.always(path, fault);
        } else if (command.body().has("nth")) {
            faults.nth(path, command.number("nth", 1), fault);
        } else {
            faults.next(path, command.number("next", 1), fault);
        }
        return Map.of("faults", faults.rules());
    }

    private Object clear() {
        faults.clear();
        gates.clear();
        return null;
    }

    private Object hold(Command command) {
        command.allow("path");
        int id = lastGate.incrementAndGet();
        gates.put(id, faults.hold(command.text("path")));
        return Map.of("id", id);
    }

    private Object release(Command command) {
        command.allow("number");
        gate(command).release((int) command.number("number", 1));
        return Map.of("held", gate(command).held());
    }

    private Object open(Command command) {
        gate(command).open();
        gates.remove(Integer.valueOf(command.segment(1)));
        return null;
    }

    private Gate gate(Command command) {
        String id = command.segment(1);
        Gate gate = id.matches("[0-9]{1,9}") ? gates.get(Integer.valueOf(id)) : null;
        if (gate == null) {
            throw new IllegalArgumentException("No gate " + id + "; shut are " + gates.keySet());
        }
        return gate;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        new TreeMap<>(gates).forEach((id, gate) -> list.add(
                Map.of("id", id, "path", gate.path(), "held", gate.held())));
        return list;
    }
}
