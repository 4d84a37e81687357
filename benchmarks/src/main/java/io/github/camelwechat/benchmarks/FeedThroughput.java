package io.github.camelwechat.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.github.camelwechat.feeds.Feed;
import io.github.camelwechat.feeds.FeedKind;
import io.github.camelwechat.feeds.Picture;
import io.github.camelwechat.feeds.Program;
import io.github.camelwechat.feeds.Simulator;

/** How fast each feed brings its inputs into the library, with an API that takes its time to answer. */
public final class FeedThroughput {

    private static final int INPUTS = 500;
    private static final int INPUTS_QUICK = 20;
    private static final int SIZE = 100 * 1024;
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private FeedThroughput() {
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        List<String> words = Arrays.asList(args);
        int inputs = words.contains("--quick") ? INPUTS_QUICK : INPUTS;
        List<String> names = words.stream().filter(word -> !word.equals("--quick")).toList();
        List<String> kinds = Arrays.stream(FeedKind.values()).map(FeedKind::toString).toList();
        if (!kinds.containsAll(names)) {
            throw new IllegalArgumentException("Feeds are " + kinds + ", not " + names);
        }
        List<Picture> pictures = Picture.make(inputs, SIZE);
        print("%d pictures of %d KB, every answer after %d ms, %d cores, Java %s", inputs, SIZE >> 10, LATENCY.toMillis(),
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        print("");
        print("| feed | seconds | uploads/s | most in flight |");
        print("| --- | --- | --- | --- |");
        for (FeedKind kind : FeedKind.values()) {
            if (names.isEmpty() || names.contains(kind.toString())) {
                measure(kind, pictures);
            }
        }
    }

    private static void measure(FeedKind kind, List<Picture> pictures) throws Exception {
        try (Simulator wechat = new Simulator(LATENCY); Feed feed = kind.make()) {
            feed.put(pictures);
            try (Program application = feed.start(wechat.account())) {
                application.awaitWhileItRuns(PATIENCE, () -> feed.waiting() == 0);
                Instant end = Instant.now();
                if (!wechat.hasStored(pictures)) {
                    throw new IllegalStateException("What is stored is not what was sent: " + application.text());
                }
                double seconds = Duration.between(wechat.firstUpload(), end).toNanos() / 1e9;
                print("| %s | %.1f | %.0f | %d |", kind, seconds, pictures.size() / seconds, wechat.mostInFlight());
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
