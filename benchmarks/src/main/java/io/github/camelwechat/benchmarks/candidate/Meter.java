package io.github.camelwechat.benchmarks.candidate;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/** Reads what rounds of uploads cost this process. */
final class Meter {

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** All CPU of the process counts, with garbage collection and compiler. */
    Cost measure(Candidate candidate, Picture picture, int uploads) throws Exception {
        Map<Long, Long> allocatedBefore = allocated();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        candidate.upload(picture, uploads);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMillis = (system.getProcessCpuTime() - cpu) / 1e6;
        long allocated = 0;
        for (Map.Entry<Long, Long> thread : allocated().entrySet()) {
            allocated += thread.getValue() - allocatedBefore.getOrDefault(thread.getKey(), 0L);
        }
        return new Cost(cpuMillis / uploads, uploads / seconds, (double) allocated / uploads);
    }

    /** By thread: Java 17 has no sum. None of the candidates ends threads within a round. */
    private Map<Long, Long> allocated() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            allocated.put(ids[i], Math.max(0, bytes[i]));
        }
        return allocated;
    }
}
