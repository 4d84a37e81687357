package io.github.camelwechat.benchmarks.soak;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Threads, descriptors, sockets and direct memory of this process.
 *
 * @param threads     that live
 * @param descriptors that are open, without sockets
 * @param sockets     that are open
 * @param directKb    of direct buffers
 */
record Footprint(int threads, long descriptors, long sockets, long directKb) {

    private static final Path OPEN = Path.of("/proc/self/fd");
    /** The engine closes idle connections after 5 to 10 s. */
    private static final long SETTLES_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int THREADS_MORE = 4;
    private static final int DESCRIPTORS_MORE = 8;
    private static final int SOCKETS_MORE = 2;
    /**
     * The component keeps as many buffers of 64 KB as it has needed at one time: up to five for each that is in flight.
     */
    private static final int DIRECT_KB_MORE = Soak.IN_FLIGHT * 5 * 64;

    static Footprint now() throws IOException {
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
        long all;
        try (Stream<Path> open = Files.list(OPEN)) {
            all = open.count();
        }
        long sockets;
        try (Stream<Path> open = Files.list(OPEN)) {
            sockets = open.filter(Footprint::isSocket).count();
        }
        return new Footprint(ManagementFactory.getThreadMXBean().getThreadCount(), all - sockets, sockets, direct / 1024);
    }

    /**
     * Waits until idle connections are closed, and collects garbage.
     *
     * @param  before whose sockets are there to stay
     * @return        what is held then
     */
    static Footprint settled(Footprint before) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (now().sockets > before.sockets && System.nanoTime() - begin < SETTLES_NANOS) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        System.gc();
        return now();
    }

    /** {@return whether it is no more than an earlier one, but for a few that may come and go} */
    boolean isFlatSince(Footprint earlier) {
        return threads <= earlier.threads + THREADS_MORE && descriptors <= earlier.descriptors + DESCRIPTORS_MORE
                && sockets <= earlier.sockets + SOCKETS_MORE && directKb <= earlier.directKb + DIRECT_KB_MORE;
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // closed meanwhile
            return false;
        }
    }

    @Override
    public String toString() {
        return threads + " | " + descriptors + " | " + sockets + " | " + directKb;
    }
}
