package io.github.camelwechat.quickstart;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/**
 * Says how far the uploads are, and sums them up when all files of the folder are through. It counts what the file
 * consumer's polls found against what came to its end. Thread-safe.
 */
class Progress extends DefaultPollingConsumerPollStrategy {

    private static final int LINES = 25;

    private final PrintStream out;
    private final Leftovers leftovers;
    private final Runnable allDone;
    /** By file: a file that stayed in the folder may come twice before the end. */
    private final Map<String, Upload> uploads = new HashMap<>();
    private boolean polled;
    private int found;
    private int done;
    private boolean failures;

    Progress(PrintStream out, Leftovers leftovers, Runnable allDone) {
        this.out = out;
        this.leftovers = leftovers;
        this.allDone = allDone;
    }

    /** @param total how many files the poll found that this one came from */
    synchronized void add(Upload upload, int total) {
        uploads.put(upload.file(), upload);
        done++;
        failures |= upload.verdict() == Verdict.UNKNOWN || upload.verdict() == Verdict.FAILED;
        int step = 1 + total / LINES;
        if (done % step == 0 || done == total) {
            out.printf("  %d of %d: %s %s%n", done, Math.max(done, total), upload.file(), upload.verdict());
        }
        finishIfThrough();
    }

    @Override
    public synchronized void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (!polled && polledMessages == 0) {
            out.println("The folder holds nothing to upload.");
            leftovers.print(out);
            allDone.run();
        }
        polled = true;
        found += polledMessages;
        finishIfThrough();
    }

    /** Prints what is not in a table yet. */
    synchronized void finish() {
        if (uploads.isEmpty()) {
            return;
        }
        new Table(
                uploads.values().stream()
                        .sorted(Comparator.comparing(Upload::stored).reversed().thenComparing(Upload::file)).toList())
                .print(out);
        uploads.clear();
        found = 0;
        done = 0;
    }

    /** {@return whether a file is not in the library for a reason that does not lie in the file} */
    synchronized boolean hasFailures() {
        return failures;
    }

    private void finishIfThrough() {
        if (found > 0 && done == found) {
            finish();
            allDone.run();
        }
    }
}
