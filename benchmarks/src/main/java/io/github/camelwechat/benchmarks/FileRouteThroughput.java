package io.github.camelwechat.benchmarks;

import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.camelwechat.feeds.Simulator;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A folder of pictures through a plain file route, with an API that takes its time to answer: as the component does it,
 * and one after another.
 */
public final class FileRouteThroughput {

    private static final int FILES = 1000;
    private static final int FILES_IN_TURN = 50;
    private static final int SIZE = 100 * 1024;
    private static final Duration LATENCY = Duration.ofMillis(200);

    private FileRouteThroughput() {
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        try (Simulator wechat = new Simulator(LATENCY)) {
            print("%d files of %d KB, every answer after %d ms, %d cores, Java %s", FILES, SIZE >> 10, LATENCY.toMillis(),
                    Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
            double together;
            try (OwnThreads threads = new OwnThreads()) {
                together = seconds(wechat, FILES, "");
                print("plain route:       %.1f s, %.0f uploads/s, at most %d in flight, at most %d threads of its own",
                        together, FILES / together, wechat.mostInFlight(), threads.peak().size());
                print("                   %s", threads.peak().stream().map(name -> name.replaceAll("#?[0-9]+", "*"))
                        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting())));
            }
            double inTurn = seconds(wechat, FILES_IN_TURN, "&synchronous=true");
            double extrapolated = inTurn * FILES / FILES_IN_TURN;
            print("one after another: %.1f s for %d files, extrapolated to %d: %.0f s, which is %.0f times as long", inTurn,
                    FILES_IN_TURN, FILES, extrapolated, extrapolated / together);
        }
    }

    /** From the start of the route to the end of its last exchange. */
    private static double seconds(Simulator wechat, int files, String options) throws Exception {
        wechat.forgetMaterials();
        try (Pictures pictures = new Pictures(files, SIZE); DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("file:" + pictures.folder() + "?initialDelay=0").routeId("upload").autoStartup(false)
                            .to("wechat-material:wxdemo?secret=secret&apiUrl=" + wechat.url() + options);
                }
            });
            NotifyBuilder done = new NotifyBuilder(context).whenCompleted(files).create();
            context.start();
            long start = System.nanoTime();
            context.getRouteController().startRoute("upload");
            if (!done.matches(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Not all of the files were uploaded");
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!wechat.hasStored(pictures.all())) {
                throw new IllegalStateException("What is stored is not what was sent");
            }
            print("                   %d of %d stored byte for byte", files, files);
            return seconds;
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
