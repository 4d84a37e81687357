package io.github.camelwechat.simulator.control;

import java.util.List;
import java.util.Map;

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
                Route.of("GET", "/inflight", command -> journal.inFlight()));
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

    private Object clear() {
        journal.clear();
        return Route.DONE;
    }
}
