package io.github.camelwechat.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                Route.of("GET", "/faults", command -> rules()),
                Route.of("POST", "/faults", this::add),
                Route.of("DELETE", "/faults", command -> clear()),
                Route.of("GET", "/gates", command -> Map.of("gates", list())),
                Route.of("POST", "/gates", this::hold),
                Route.of("POST", "/gates/{id}/release", this::release),
                Route.of("DELETE", "/gates/{id}", this::open));
    }

    private Object add(Command command) {
        command.allow("path", "fault", "value", "next", "nth", "always");
        Fault fault = FaultFields.fault(command);
        String path = command.text("path");
        List<String> given = Stream.of("nth", "next", "always").filter(command.body()::has).toList();
        if (given.size() > 1) {
            throw new IllegalArgumentException("Give one of nth, next and always, not " + String.join(" and ", given));
        }
        if (command.flag("always")) {
            faults.always(path, fault);
        } else if (command.body().has("nth")) {
            faults.nth(path, command.number("nth", 1), fault);
        } else {
            faults.next(path, command.number("next", 1), fault);
        }
        return rules();
    }

    private Object rules() {
        return Map.of("faults", faults.rules().stream().map(FaultFields::view).toList());
    }

    private Object clear() {
        faults.clear();
        gates.clear();
        return Route.DONE;
    }

    private synchronized Object hold(Command command) {
        command.allow("path");
        Gate gate = faults.hold(command.text("path"));
        int id = lastGate.incrementAndGet();
        gates.put(id, gate);
        return Map.of("id", id);
    }

    private Object release(Command command) {
        command.allow("number");
        long number = command.number("number", 1);
        if (number <= 0) {
            throw new IllegalArgumentException("number has to be positive, not " + number);
        }
        gate(command).release((int) Math.min(number, Integer.MAX_VALUE));
        return Map.of("held", gate(command).held());
    }

    private Object open(Command command) {
        gate(command).open();
        gates.remove(Integer.valueOf(command.segment(1)));
        return Route.DONE;
    }

    private Gate gate(Command command) {
        String id = command.segment(1);
        Map<Integer, Gate> shut = shut();
        Gate gate = id.matches("[0-9]{1,9}") ? shut.get(Integer.valueOf(id)) : null;
        if (gate == null) {
            String others = shut.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw new NotFoundException("No gate " + id + "; there are " + (others.isEmpty() ? "none" : others));
        }
        return gate;
    }

    /** {@return the gates by their numbers, without those that a reset has opened} */
    private synchronized Map<Integer, Gate> shut() {
        gates.values().retainAll(faults.gates());
        return new TreeMap<>(gates);
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        shut().forEach((id, gate) -> list.add(
                Map.of("id", id, "path", gate.path(), "held", gate.held())));
        return list;
    }
}
