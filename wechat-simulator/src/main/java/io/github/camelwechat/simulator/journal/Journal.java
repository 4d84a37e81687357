package io.github.camelwechat.simulator.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What was asked of the simulator and what it answered: the last {@value #CAPACITY} requests, without those of the
 * control API and the downloads of pictures. Thread-safe.
 */
public final class Journal {

    private static final int CAPACITY = 100_000;

    private final Clock clock;
    private final Predicate<String> served;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final Map<String, InFlight> inFlight = new HashMap<>();
    private long arrivals;

    /**
     * Internal: not API.
     *
     * @param clock  tells when requests arrive
     * @param served says of a path whether it is that of an interface
     */
    public Journal(Clock clock, Predicate<String> served) {
        this.clock = clock;
        this.served = served;
    }

    /** {@return all ended requests, in the order of their arrival; one that is being served is not among them} */
    public synchronized List<JournalEntry> entries() {
        List<JournalEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(JournalEntry::sequence));
        return sorted;
    }

    /**
     * {@return the ended requests for that path, in the order of their arrival}
     *
     * @param path for example {@code /cgi-bin/stable_token}
     */
    public List<JournalEntry> entries(String path) {
        return entries().stream().filter(entry -> entry.path().equals(path)).toList();
    }

    /**
     * {@return how many ended requests there are for that path}
     *
     * @param path for example {@code /cgi-bin/stable_token}
     */
    public synchronized int count(String path) {
        return (int) entries.stream().filter(entry -> entry.path().equals(path)).count();
    }

    /**
     * {@return the request whose error answer has that rid, if there is one}
     *
     * @param rid any text
     */
    public synchronized Optional<JournalEntry> refused(String rid) {
        return entries.stream().filter(entry -> entry.refusal() != null && entry.refusal().rid().equals(rid)).findFirst();
    }

    /**
     * {@return how many requests for the path are being served, and the most there have been at one time}
     *
     * @param path for example {@code /cgi-bin/stable_token}
     */
    public synchronized InFlight inFlight(String path) {
        return inFlight.getOrDefault(path, InFlight.NONE);
    }

    /** {@return the same for every interface that was asked for, and for other paths while they are being served} */
    public synchronized Map<String, InFlight> inFlight() {
        return new TreeMap<>(inFlight);
    }

    /**
     * Waits until at least {@code number} requests for the path are being served.
     *
     * @param  path                 for example {@code /cgi-bin/stable_token}
     * @param  number               how many
     * @param  atMost               after that an {@link AssertionError} says how many there are
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitInFlight(String path, int number, Duration atMost) throws InterruptedException {
        await(() -> inFlight(path).now() >= number, atMost,
                () -> inFlight(path).now() + " of " + number + " requests for " + path + " in flight");
    }

    /**
     * Waits until at least {@code number} requests for the path have ended.
     *
     * @param  path                 for example {@code /cgi-bin/stable_token}
     * @param  number               how many
     * @param  atMost               after that an {@link AssertionError} says how many there are
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitEntries(String path, int number, Duration atMost) throws InterruptedException {
        await(() -> count(path) >= number, atMost, () -> count(path) + " of " + number + " requests for " + path);
    }

    /** Forgets the entries and the maxima; what is in flight stays. */
    public synchronized void clear() {
        entries.clear();
        inFlight.values().removeIf(number -> number.now() == 0);
        inFlight.replaceAll((path, number) -> number.forgetMax());
    }

    /**
     * Notes the arrival of a request. Internal: not API.
     *
     * @param  head of the request
     * @return      takes further notes, and has to be ended
     */
    public synchronized OpenEntry arrived(Head head) {
        inFlight.put(head.path(), inFlight(head.path()).more());
        notifyAll();
        return new OpenEntry(this, ++arrivals, clock.instant(), head);
    }

    long millisSince(Instant time) {
        return Duration.between(time, clock.instant()).toMillis();
    }

    synchronized void end(JournalEntry entry) {
        InFlight left = inFlight(entry.path()).less();
        if (left.now() > 0 || served.test(entry.path())) {
            inFlight.put(entry.path(), left);
        } else {
            // clients may ask for any number of other paths
            inFlight.remove(entry.path());
        }
        entries.addLast(entry);
        if (entries.size() > CAPACITY) {
            entries.removeFirst();
        }
        notifyAll();
    }

    private synchronized void await(
            BooleanSupplier reached, Duration atMost, Supplier<String> state)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!reached.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("After " + atMost + ": " + state.get());
            }
            wait(left / 1_000_000 + 1);
        }
    }
}
