package io.github.camelwechat.benchmarks;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How many threads of the component and of its HTTP engine there are at the peak, looked at every 10 ms. */
final class OwnThreads implements AutoCloseable {

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private volatile List<String> peak = List.of();

    OwnThreads() {
        watch.scheduleAtFixedRate(this::look, 0, 10, TimeUnit.MILLISECONDS);
    }

    List<String> peak() {
        return peak;
    }

    private void look() {
        List<String> now = Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.contains("WechatMaterial") || name.contains("idle-connection-evictor")
                        || name.startsWith("httpclient"))
                .sorted().toList();
        if (now.size() > peak.size()) {
            peak = now;
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
