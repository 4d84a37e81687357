package io.github.camelwechat.feeds;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * State after SIGTERM amid the uploads of a folder.
 *
 * @param inputs        how many files there were
 * @param atSignal      how many the library held when the signal was given
 * @param stored        how many it holds at the application's end
 * @param done          how many files are where the route puts stored ones
 * @param waiting       how many are where they were
 * @param failed        how many are where the route puts failures
 * @param lost          how many are neither in the library nor where they were
 * @param storedNotDone how many are in the library, and not where the route puts stored ones
 * @param exitCode      of the application
 */
record Stop(int inputs, int atSignal, int stored, int done, int waiting, int failed, int lost, int storedNotDone,
        int exitCode) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Fills a folder, starts its application, and ends it by SIGTERM as soon as the library holds as many as are on the
     * wire at one time.
     *
     * @param feed     an empty one
     * @param wechat   with an empty library
     * @param pictures the inputs, more than can be in flight
     * @param onWire   how many can be on the wire
     */
    static Stop amid(FileFeed feed, Simulator wechat, List<Picture> pictures, int onWire) throws Exception {
        feed.put(pictures);
        int atSignal;
        int exitCode;
        try (Program application = feed.start(wechat.account())) {
            application.awaitWhileItRuns(PATIENCE, () -> wechat.stored().size() >= onWire);
            atSignal = wechat.stored().size();
            exitCode = application.terminate();
        }
        List<String> materials = wechat.stored();
        Set<String> stored = pictures.stream().filter(picture -> materials.contains(picture.sha256())).map(Picture::name)
                .collect(Collectors.toSet());
        Set<String> done = feed.done();
        Set<String> waiting = feed.waitingNames();
        Set<String> lost = pictures.stream().map(Picture::name).collect(Collectors.toSet());
        lost.removeAll(stored);
        lost.removeAll(waiting);
        Set<String> storedNotDone = new HashSet<>(stored);
        storedNotDone.removeAll(done);
        return new Stop(
                pictures.size(), atSignal, materials.size(), done.size(), waiting.size(), feed.failed(),
                lost.size(), storedNotDone.size(), exitCode);
    }
}
