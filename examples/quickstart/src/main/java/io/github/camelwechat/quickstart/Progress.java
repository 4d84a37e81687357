package io.github.camelwechat.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    private final Runnable allDone;
    private final List<Upload> uploads = new ArrayList<>();
    private boolean polled;
    private int found;
    private boolean failures;

    Progress(PrintStream out, Runnable allDone) {
        this.out = out;
        this.allDone = allDone;
    }

    /** @param total how many files the poll found that this one came from */
    synchronized void add(Upload upload, int total) {
        uploads.add(upload);
        failures |= upload.verdict() == Verdict.UNKNOWN || upload.verdict() == Verdict.FAILED;
        int step = 1 + total / LINES;
        int done = uploads.size();
        if (done % step == 0 || done == total) {
            out.printf("  %d of %d: %s %s%n", done, Math.max(done, total), upload.file(), upload.verdict());
        }
        finishIfThrough();
    }

    @Override
    public synchronized void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (!polled && polledMessages == 0) {
            out.println("The folder holds nothing to upload.");
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
        uploads.sort(Comparator.comparing(Upload::stored).reversed().thenComparing(Upload::file));
        new Table(uploads).print(out);
        uploads.clear();
        found = 0;
    }

    /** {@return whether a file is not in the library for a reason that does not lie in the file} */
    synchronized boolean hasFailures() {
        return failures;
    }

    private void finishIfThrough() {
        if (found > 0 && uploads.size() == found) {
            finish();
            allDone.run();
        }
    }
}
