package io.github.camelwechat.feeds;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** SIGTERM amid 200 slow uploads: what has begun is finished and reported, and no file of a folder is lost. */
@Execution(ExecutionMode.CONCURRENT)
class StopTest {

    private static final int INPUTS = 200;
    private static final int ON_WIRE = 64;
    private static final Duration LATENCY = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SIGTERM = 128 + 15;
    private static final int CREATED = 201;

    private final List<Picture> pictures = Picture.make(INPUTS, 20_000);

    StopTest() throws Exception {
    }

    @Test
    void quarkusFinishesTheFilesThatItHasTaken() throws Exception {
        try (FileFeed feed = FileFeed.quarkus()) {
            finishesTheFilesThatItHasTaken("quarkus", feed);
        }
    }

    @Test
    void springBootFinishesTheFilesThatItHasTaken() throws Exception {
        try (FileFeed feed = FileFeed.springBoot()) {
            finishesTheFilesThatItHasTaken("spring-boot", feed);
        }
    }

    private void finishesTheFilesThatItHasTaken(String name, FileFeed feed) throws Exception {
        try (Simulator wechat = new Simulator(LATENCY)) {
            Stop stop = Stop.amid(feed, wechat, pictures, ON_WIRE);
            System.out.println(name + ": " + stop);
            assertThat(stop.atSignal()).as("in the middle").isLessThan(INPUTS);
            assertThat(stop.waiting()).as("not taken").isPositive();
            assertThat(stop.lost()).as("lost").isZero();
            assertThat(stop.storedNotDone()).as("stored, and not reported as stored").isZero();
            assertThat(stop.failed()).as("failed").isZero();
            assertThat(stop.done()).as("reported as stored").isEqualTo(stop.stored());
            assertThat(stop.exitCode()).as("exit code").isEqualTo(SIGTERM);

            try (Program second = feed.start(wechat.account())) {
                second.awaitWhileItRuns(PATIENCE, () -> feed.waiting() == 0);
            }
            assertThat(wechat.hasStored(pictures)).as("each is stored once").isTrue();
        }
    }

    @Test
    void springBootAnswersTheRequestsThatItHasTaken() throws Exception {
        try (Simulator wechat = new Simulator(LATENCY); SpringBootApplication application = new SpringBootApplication()) {
            Map<Picture, CompletableFuture<Integer>> replies = new LinkedHashMap<>();
            int atSignal;
            try (Program program = application.start(wechat.account())) {
                pictures.forEach(picture -> replies.put(picture, application.send(picture)));
                program.awaitWhileItRuns(PATIENCE, () -> wechat.stored().size() >= ON_WIRE);
                atSignal = wechat.stored().size();
                assertThat(program.terminate()).isEqualTo(SIGTERM);
            }
            List<String> stored = wechat.stored();
            long created = replies.values().stream().filter(reply -> reply.join() == CREATED).count();
            System.out.printf("spring-boot, requests: %d at the signal, %d stored, %d of %d answered with %d%n", atSignal,
                    stored.size(), created, INPUTS, CREATED);

            assertThat(atSignal).as("in the middle").isLessThan(INPUTS);
            assertThat(created).as("answered after the signal").isGreaterThan(atSignal);
            assertThat(stored).as("stored once").doesNotHaveDuplicates();
            assertThat(replies).allSatisfy((picture, reply) -> assertThat(reply.join() == CREATED)
                    .as("%s, answered with %d", picture.name(), reply.join())
                    .isEqualTo(stored.contains(picture.sha256())));
        }
    }
}
