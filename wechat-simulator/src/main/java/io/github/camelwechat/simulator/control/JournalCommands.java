package io.github.camelwechat.simulator.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelwechat.simulator.journal.Journal;
import io.github.camelwechat.simulator.journal.JournalEntry;

/** The journal by HTTP. */
final class JournalCommands {

    private final Journal journal;

    JournalCommands(Journal journal) {
        this.journal = journal;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/journal", this::read),
                Route.of("DELETE", "/journal", command -> clear()),
                Route.of("GET", "/inflight", command -> inFlight()));
    }

    private Object read(Command command) {
        String path = command.query().value("path");
        String after = command.query().value("after");
        if (after != null && !after.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("'after' is a sequence number, not '" + after + "'");
        }
        long least = after == null ? 0 : Long.parseLong(after);
        List<JournalEntry> entries = path == null ? journal.entries() : journal.entries(path);
        return Map.of("entries", entries.stream().filter(entry -> entry.sequence() > least).map(JournalView::of).toList());
    }

    private Object inFlight() {
        Map<String, Object> view = new TreeMap<>();
        journal.inFlight().forEach((path, number) -> view.put(path, Map.of("now", number.now(), "max", number.max())));
        return view;
    }

    private Object clear() {
        journal.clear();
        return Route.DONE;
    }
}
