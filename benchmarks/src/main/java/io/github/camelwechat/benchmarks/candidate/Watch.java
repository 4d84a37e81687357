package io.github.camelwechat.benchmarks.candidate;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at what this process holds while a candidate uploads. */
final class Watch {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    /** To be made before the candidate is: counts what every Java has. */
    private final int threadsBefore = threads.getThreadCount();
    private volatile long heap;

    /** Apart from the rounds that are measured: it collects garbage all the time, so as to see what lives. */
    Footprint watch(Candidate candidate, Picture picture, int uploads) throws Exception {
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
        try {
            looks.scheduleWithFixedDelay(this::look, 0, 10, TimeUnit.MILLISECONDS);
            candidate.upload(picture, uploads);
        } finally {
            looks.shutdown();
            looks.awaitTermination(1, TimeUnit.MINUTES);
        }
        int own = 1;
        return new Footprint(threads.getPeakThreadCount() - threadsBefore - own, heap, directBuffers());
    }

    private void look() {
        memory.gc();
        heap = Math.max(heap, memory.getHeapMemoryUsage().getUsed());
    }

    private static long directBuffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }
}
