package io.github.camelwechat.feeds;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a kill of the application amid its uploads leaves, once it has been started again and has done the rest.
 *
 * @param inputs    how many inputs there were
 * @param atKill    how many the library held when the application was killed
 * @param lost      how many are not in the library in the end
 * @param sentTwice how many materials there are beyond one of each
 * @param failed    how many are where the route puts failures
 */
public record Kill(int inputs, int atKill, int lost, int sentTwice, int failed) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * Fills a feed, starts its application, kills it as soon as two of five inputs are in the library, and starts it
     * again.
     *
     * @param feed     an empty one
     * @param wechat   with an empty library
     * @param pictures the inputs
     */
    public static Kill amid(Feed feed, Simulator wechat, List<Picture> pictures) throws Exception {
        feed.put(pictures);
        int atKill;
        try (Program first = feed.start(wechat.account())) {
            first.awaitWhileItRuns(PATIENCE, () -> wechat.stored().size() >= pictures.size() * 2 / 5);
            first.kill();
            atKill = wechat.stored().size();
        }
        try (Program second = feed.start(wechat.account())) {
            second.awaitWhileItRuns(PATIENCE, () -> feed.waiting() == 0);
        }
        Map<String, Long> times
                = wechat.stored().stream().collect(Collectors.groupingBy(sha256 -> sha256, Collectors.counting()));
        int lost = (int) pictures.stream().filter(picture -> !times.containsKey(picture.sha256())).count();
        int sentTwice = times.values().stream().mapToInt(often -> often.intValue() - 1).sum();
        return new Kill(pictures.size(), atKill, lost, sentTwice, feed.failed());
    }
}
