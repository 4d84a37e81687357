package io.github.camelwechat.benchmarks.soak;

import java.util.Locale;
import java.util.Map;

/**
 * Printed result of a soak, in Markdown.
 *
 * @param verdict of all calls
 * @param faults  how often each kind happened
 * @param calls   that the simulator saw
 */
record SoakReport(Verdict verdict, Map<String, Long> faults, long calls) {

    private static final double LEAST_DONE = 0.85;

    static void begin(SoakPlan plan, int inFlight) {
        print("%d windows of %d s, %d in flight, %d cores, Java %s%n", plan.windows(), plan.windowSeconds(), inFlight,
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        print("| window | calls | done | not done | open | not the component's | threads | descriptors | sockets | direct KB |");
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    }

    static void window(int window, long calls, Verdict verdict, Footprint footprint) {
        print("| %d | %d | %d | %d | %d | %d | %s |", window, calls, verdict.ended(CallEnd.DONE),
                verdict.ended(CallEnd.NOT_DONE), verdict.ended(CallEnd.OPEN), verdict.ended(CallEnd.FOREIGN), footprint);
    }

    /** {@return whether all rules have held, and every kind of fault has happened} */
    boolean end(Footprint before, Footprint warm, Footprint last, Footprint after) {
        long all = faults.values().stream().mapToLong(Long::longValue).sum();
        print("%n| fault (%d, for %.1f %% of the calls) | times |", all, 100.0 * all / calls);
        print("| --- | --- |");
        faults.forEach((kind, times) -> print("| %s | %d |", kind, times));
        print("%n| rule | broken |");
        print("| --- | --- |");
        verdict.violations().forEach((violation, times) -> print("| %s | %d |", violation, times));
        print("%n| nothing in flight | threads | descriptors | sockets | direct KB |");
        print("| --- | --- | --- | --- | --- |");
        print("| before the context | %s |", before);
        print("| after the first window | %s |", warm);
        print("| after the last window | %s |", last);
        print("| after the stop | %s |%n", after);
        boolean busy = check("most calls are done", verdict.ended(CallEnd.DONE) > calls * LEAST_DONE);
        boolean kinds = check("every kind of fault happened", faults.values().stream().allMatch(times -> times > 0));
        boolean rules = check("no rule is broken", verdict.violations().values().stream().allMatch(times -> times == 0));
        boolean flat = check("threads, descriptors, sockets and direct memory are flat", last.isFlatSince(warm));
        boolean clean = check("the stop gives back what the start took", after.isFlatSince(before));
        return busy && kinds && rules && flat && clean;
    }

    private static boolean check(String what, boolean holds) {
        print("%s: %s", holds ? "holds" : "FAILED", what);
        return holds;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
