package io.github.camelwechat.benchmarks.soak;

import java.util.List;

/**
 * Duration of a soak.
 *
 * @param windows       after each of which nothing is in flight for a moment, and what has happened is judged
 * @param windowSeconds of each
 */
record SoakPlan(int windows, int windowSeconds) {

    private static final int QUICK_SECONDS = 60;
    private static final int LEAST_WINDOWS = 6;
    /** The simulator remembers 100,000 calls. */
    private static final int LONGEST_WINDOW_SECONDS = 30;

    static SoakPlan of(String[] args) {
        List<String> words = List.of(args);
        if (words.equals(List.of("--quick"))) {
            return ofSeconds(QUICK_SECONDS);
        }
        if (words.size() == 2 && words.get(0).equals("--seconds")) {
            return ofSeconds(Integer.parseInt(words.get(1)));
        }
        throw new IllegalArgumentException("Give --seconds and a number, or --quick for " + QUICK_SECONDS + ", not " + words);
    }

    private static SoakPlan ofSeconds(int seconds) {
        if (seconds < LEAST_WINDOWS) {
            throw new IllegalArgumentException("It takes at least " + LEAST_WINDOWS + " seconds, not " + seconds);
        }
        int windows = Math.max(LEAST_WINDOWS, ceiling(seconds, LONGEST_WINDOW_SECONDS));
        return new SoakPlan(windows, ceiling(seconds, windows));
    }

    private static int ceiling(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
