package io.github.camelwechat.benchmarks.sink;

import java.util.concurrent.atomic.LongAdder;

/** How much was uploaded. Thread-safe. */
final class Counts {

    private final LongAdder uploads = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void add(long length) {
        bytes.add(length);
        uploads.increment();
    }

    String json() {
        return "{\"uploads\":" + uploads.sum() + ",\"bytes\":" + bytes.sum() + "}";
    }
}
