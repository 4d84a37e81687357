package io.github.camelwechat.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The fetches that may be in progress at once: half of the server's workers, so that slow hosts leave the others to
 * forms, and of these a share per host, so that a slow host leaves the others to other hosts. Thread-safe.
 */
final class FetchSlots {

    private static final int MIN_SHARE = 4;

    private final int all;
    private final int perHost;
    private final Map<HostPort, Integer> taken = new HashMap<>();
    private int allTaken;

    /**
     * Divides the slots.
     *
     * @param workers of the HTTP server
     * @param hosts   that are on the list
     */
    FetchSlots(int workers, int hosts) {
        all = Math.max(1, workers / 2);
        perHost = Math.min(all, Math.max(MIN_SHARE, all / Math.max(1, hosts)));
    }

    /**
     * Takes a slot without waiting for one.
     *
     * @return                  gives it back; has an effect once
     * @throws RequestException if the host's share or all slots are taken
     */
    synchronized Runnable take(HostPort host) throws RequestException {
        int byHost = taken.getOrDefault(host, 0);
        if (byHost >= perHost) {
            throw busy(byHost + " pictures are being fetched from " + host.host() + " already.");
        }
        if (allTaken >= all) {
            throw busy(allTaken + " pictures are being fetched already.");
        }
        taken.put(host, byHost + 1);
        allTaken++;
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.getAndSet(false)) {
                giveBack(host);
            }
        };
    }

    private synchronized void giveBack(HostPort host) {
        taken.computeIfPresent(host, (at, number) -> number == 1 ? null : number - 1);
        allTaken--;
    }

    private static RequestException busy(String error) {
        return new RequestException(new Problem(503, error, null, "Send the same request again later.", Problem.SOON));
    }
}
