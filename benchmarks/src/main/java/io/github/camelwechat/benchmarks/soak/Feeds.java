package io.github.camelwechat.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** A context with the routes, and what feeds them. */
final class Feeds implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();
    private final Feed all;
    private final Feed narrow;
    private final List<Feed> hurried = new ArrayList<>();
    private final AtomicInteger hurry = new AtomicInteger();

    Feeds(String apiUrl) throws Exception {
        context.addRoutes(new SoakRoutes(apiUrl));
        context.start();
        all = new Feed(context, SoakRoutes.ALL);
        narrow = new Feed(context, SoakRoutes.NARROW);
        for (int millis = 1; millis <= SoakRoutes.MOST_HURRIED_MILLIS; millis++) {
            hurried.add(new Feed(context, SoakRoutes.hurried(millis)));
        }
    }

    /** {@return the one in which such a fault can happen} */
    Feed of(@Nullable ClientFault fault) {
        if (fault == ClientFault.TIMED_OUT) {
            return hurried.get(hurry.get());
        }
        return fault == ClientFault.CALLER_INTERRUPTED ? narrow : all;
    }

    /** Brings the time limit of hurried uploads to where it ends at about the time of their last byte. */
    void hurry(boolean tooShort) {
        hurry.updateAndGet(index -> Math.max(0, Math.min(hurried.size() - 1, index + (tooShort ? 1 : -1))));
    }

    /** Gives what is in flight no time. */
    void stopByForce() {
        context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
    }

    @Override
    public void close() {
        context.stop();
    }
}
