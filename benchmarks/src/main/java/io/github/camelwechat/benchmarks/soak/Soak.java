package io.github.camelwechat.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Program that checks reported outcomes against the simulator's library: 64 exchanges in flight, faults on about 5 % of
 * the calls. Exits with 1 if a rule is broken or a kind of fault never happened.
 */
public final class Soak {

    static final int IN_FLIGHT = 64;
    private static final double SERVER_SHARE = 0.012;
    private static final double NETWORK_SHARE = 0.008;
    private static final double CLIENT_SHARE = 0.02;
    private static final int ENDED_SECONDS = 30;

    private final Semaphore free = new Semaphore(IN_FLIGHT);
    private final Verdict verdict = new Verdict();
    private final Map<String, Long> faults = new TreeMap<>();
    private final SoakProcess server;
    private final Workload workload;

    private Soak(SoakProcess server, Workload workload) {
        this.server = server;
        this.workload = workload;
        for (ClientFault fault : ClientFault.values()) {
            faults.put(fault.toString(), 0L);
        }
    }

    /**
     * Runs and prints what has happened.
     *
     * @param args {@code --seconds} and a number, or {@code --quick} for 60 s
     */
    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        SoakPlan plan = SoakPlan.of(args);
        Path folder = Files.createTempDirectory("soak");
        boolean held;
        try (SoakProcess server = new SoakProcess(SERVER_SHARE, NETWORK_SHARE);
             Workload workload = new Workload(folder, CLIENT_SHARE)) {
            held = new Soak(server, workload).run(plan);
        } finally {
            delete(folder);
        }
        System.exit(held ? 0 : 1);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private boolean run(SoakPlan plan) throws Exception {
        SoakReport.begin(plan, IN_FLIGHT);
        Footprint before = Footprint.now();
        Footprint warm = before;
        Footprint last;
        long calls = 0;
        try (Feeds feeds = new Feeds(server.url()); Disturbances disturbances = new Disturbances(server, workload, feeds)) {
            for (int window = 1; window <= plan.windows(); window++) {
                drive(plan, feeds, disturbances);
                calls = judge(disturbances);
                if (window == 1) {
                    warm = Footprint.settled(before);
                }
                SoakReport.window(window, calls, verdict, Footprint.now());
            }
            last = Footprint.settled(before);
        }
        Footprint after = Footprint.settled(before);
        return new SoakReport(verdict, faults, calls).end(before, warm, last, after);
    }

    private void drive(SoakPlan plan, Feeds feeds, Disturbances disturbances) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.windowSeconds());
        CompletableFuture<@Nullable Void> disturbing = new CompletableFuture<>();
        Thread disturber = new Thread(() -> {
            try {
                disturbances.run(end);
                disturbing.complete(null);
            } catch (Exception e) {
                disturbing.completeExceptionally(e);
            }
        }, "soak-disturbances");
        disturber.start();
        while (System.nanoTime() < end && !disturbing.isCompletedExceptionally()) {
            free.acquire();
            workload.any(feeds, free::release);
        }
        disturbing.get();
        disturber.join();
        // what never ends is found by the verdict
        if (free.tryAcquire(IN_FLIGHT, ENDED_SECONDS, TimeUnit.SECONDS)) {
            free.release(IN_FLIGHT);
        }
    }

    private long judge(Disturbances disturbances) throws IOException {
        Truth truth = server.judge();
        Queue<Call> calls = workload.takeCalls();
        verdict.judge(calls, truth);
        calls.stream().filter(Call::wasStruck).forEach(call -> faults.merge(String.valueOf(call.fault()), 1L, Long::sum));
        faults.putAll(truth.faults());
        faults.put("all tokens expire", disturbances.tokensExpired());
        faults.put("all tokens are displaced", disturbances.tokensDisplaced());
        return truth.calls();
    }
}
