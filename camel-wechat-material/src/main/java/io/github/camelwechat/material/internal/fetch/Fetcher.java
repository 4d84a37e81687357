package io.github.camelwechat.material.internal.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import javax.net.ssl.SSLContext;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.fetch.FetchException.Reason;
import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import org.jspecify.annotations.Nullable;

/**
 * Fetcher of pictures from other hosts, one for a component. An address is checked by the list of hosts; its name is
 * looked up once, all IP addresses that it has must be public ones, and the connection is made to one of those. Each
 * redirect goes the same way. Thread-safe.
 */
public final class Fetcher implements AutoCloseable {

    /** Each one that does not answer takes the whole time for a connection. */
    private static final int MAX_IPS = 3;
    private static final String PICTURE = "A picture";
    private static final String STOPPED = "the component is stopped";

    private final FetchSettings settings;
    private final SpoolFolder spools;
    private final Executor threads;
    private final ScheduledExecutorService timer;
    private final Predicate<InetAddress> isPublic;
    private final FetchSlots slots;
    private final LookUps lookUps;
    private final FetchEngine engine;
    private final Set<Call<Fetched>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean spooling;
    private volatile boolean closed;

    /** What holds for one fetch and all its redirects. */
    private record Rules(FetchHosts hosts, Duration timeout) {
    }

    /**
     * Creates a fetcher. It holds no thread and no connection until the first fetch.
     *
     * @param spools  for pictures of more than 128 KB; not closed by this
     * @param threads look up host names, and wait for the disk once. They grow where all of them are held up, to
     *                {@code maxFetches} at least; not stopped by this
     * @param timer   limits the time of fetches
     */
    public Fetcher(FetchSettings settings, SpoolFolder spools, Executor threads, ScheduledExecutorService timer) {
        this(settings, spools, threads, timer, InetAddress::getAllByName, PublicAddresses::contain, null);
    }

    /**
     * @param resolver looks up host names
     * @param isPublic tells which IP addresses may be connected to without being listed
     * @param trust    in hosts; null for Java's own
     */
    Fetcher(FetchSettings settings, SpoolFolder spools, Executor threads, ScheduledExecutorService timer,
            HostResolver resolver, Predicate<InetAddress> isPublic, @Nullable SSLContext trust) {
        this.settings = settings;
        this.spools = spools;
        this.threads = threads;
        this.timer = timer;
        this.isPublic = isPublic;
        this.slots = new FetchSlots(settings.maxFetches(), settings.maxPerHost());
        this.lookUps = new LookUps(resolver, threads, settings.maxFetches());
        this.engine = new FetchEngine(settings.timeout(), trust);
    }

    /** Begins a fetch by the settings. It does not wait. The call fails with a {@link FetchException}. */
    public Call<Fetched> fetch(FetchAddress address) {
        return fetch(address, settings.hosts(), settings.timeout());
    }

    /**
     * Begins a fetch by another list of hosts and time, within the same bounds.
     *
     * @param timeout from its turn on, its redirects included
     */
    public Call<Fetched> fetch(FetchAddress address, FetchHosts hosts, Duration timeout) {
        Rules rules = new Rules(hosts, timeout);
        Call<Fetched> fetch;
        try {
            hosts.require(address);
            fetch = prepared().then(ready -> slots.acquire(address.host())).then(slot -> begin(rules, address, slot));
        } catch (FetchException e) {
            return Call.failed(e);
        }
        underWay.add(fetch);
        fetch.onEnd(() -> underWay.remove(fetch));
        if (closed) {
            fetch.abort(STOPPED);
        }
        return fetch;
    }

    /** Makes the folder for large pictures before the first one, on a thread that may wait for the disk. */
    private Call<Boolean> prepared() {
        if (spooling) {
            return Call.of(true);
        }
        Promise<Boolean> prepared = new Promise<>((self, why) -> self.fail(FetchException.aborted(PICTURE, why)));
        try {
            threads.execute(() -> {
                try {
                    spools.prepare(PICTURE);
                    spooling = true;
                    prepared.complete(true);
                } catch (RuntimeException | Error e) {
                    prepared.fail(FetchException.of(Reason.STORAGE, true, String.valueOf(e.getMessage()), e));
                }
            });
        } catch (RejectedExecutionException e) {
            prepared.fail(FetchException.aborted(PICTURE, STOPPED));
        }
        return prepared;
    }

    private Call<Fetched> begin(Rules rules, FetchAddress address, FetchSlots.Slot slot) {
        try {
            return new Deadline(timer, rules.timeout(), "fetchTimeout")
                    .over(address.host(), () -> follow(rules, address, slot, 0));
        } catch (NotSentException e) {
            slot.release();
            throw FetchException.aborted(address.host(), STOPPED);
        }
    }

    /** @param slot given back when the connection is gone, or there is none */
    private Call<Fetched> follow(Rules rules, FetchAddress address, FetchSlots.Slot slot, int redirects) {
        SlotUse use = new SlotUse(slot);
        return ips(rules, address)
                .then(ips -> request(address, ips, 0, use))
                .onEnd(use::end)
                .then(answer -> answered(rules, address, answer, redirects));
    }

    private Call<Fetched> answered(Rules rules, FetchAddress address, Answer answer, int redirects) {
        if (answer instanceof Answer.Picture picture) {
            return Call.of(picture.fetched());
        }
        if (answer instanceof Answer.Unreachable unreachable) {
            return Call.failed(unreachable.failure());
        }
        FetchAddress next = next(rules, address, ((Answer.Redirect) answer).location(), redirects);
        return slots.acquire(next.host()).then(slot -> follow(rules, next, slot, redirects + 1));
    }

    private FetchAddress next(Rules rules, FetchAddress address, String location, int redirects) {
        if (redirects == settings.maxRedirects()) {
            throw FetchException.lasting(Reason.REDIRECT,
                    address + ": not fetched, it is redirected once more, the limit is " + settings.maxRedirects()
                                                          + " redirects. Write the address that it leads to.");
        }
        try {
            FetchAddress next = FetchAddress.of(location, address);
            rules.hosts().require(next);
            return next;
        } catch (FetchException e) {
            throw FetchException.lasting(Reason.REDIRECT,
                    address + ": not fetched, its redirect is not followed. " + e.getMessage());
        }
    }

    private Call<List<InetAddress>> ips(Rules rules, FetchAddress address) {
        InetAddress literal = address.literal();
        Call<List<InetAddress>> found = literal != null ? Call.of(List.of(literal)) : lookUps.of(address.host());
        return found.map(ips -> {
            if (!rules.hosts().mayBePrivate(address) && !ips.stream().allMatch(isPublic)) {
                String listed = address.host() + ":" + address.port();
                throw FetchException.lasting(Reason.NOT_ALLOWED,
                        listed + ": not fetched, the host is not at a public address. Add " + listed
                                                                 + " to fetchHosts to allow it.");
            }
            return ips.subList(0, Math.min(MAX_IPS, ips.size()));
        });
    }

    private Call<Answer> request(FetchAddress address, List<InetAddress> ips, int at, SlotUse use) {
        PictureRequest request = new PictureRequest(
                engine, address, ips.get(at), settings.maxBytes(), new Download(spools), use::end);
        use.begin();
        request.start();
        return request.answer().then(answer -> answer instanceof Answer.Unreachable && at + 1 < ips.size()
                ? request(address, ips, at + 1, use) : Call.of(answer));
    }

    /** Count of the uses of a slot; the last one to end gives it back. */
    private static final class SlotUse {

        private final FetchSlots.Slot slot;
        private final AtomicInteger uses = new AtomicInteger(1);

        SlotUse(FetchSlots.Slot slot) {
            this.slot = slot;
        }

        void begin() {
            uses.incrementAndGet();
        }

        void end() {
            if (uses.decrementAndGet() == 0) {
                slot.release();
            }
        }
    }

    /** Ends all fetches under way, and later ones as soon as they begin. Waits for connections for a second at most. */
    @Override
    public void close() {
        closed = true;
        List.copyOf(underWay).forEach(fetch -> fetch.abort(STOPPED));
        engine.close();
    }
}
