package io.github.camelwechat.s3;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Which objects the consumer leaves alone at a poll: those that are under way; those that ended after the poll began,
 * as the list that it works through may still name them; and those that rest after a failure.
 */
final class InProgress extends ServiceSupport implements IdempotentRepository {

    private final Clock clock;
    private final Duration firstRest;
    private final Duration longestRest;
    private final Map<String, State> states = new HashMap<>();
    private final Set<String> endedInThisPoll = new HashSet<>();
    private final Map<String, Rest> rests = new HashMap<>();

    InProgress(Clock clock, Duration firstRest, Duration longestRest) {
        this.clock = clock;
        this.firstRest = firstRest;
        this.longestRest = longestRest;
    }

    /** Lets what the last poll has taken and not handed on rest: it broke off there, and would again. */
    synchronized void beginPoll() {
        endedInThisPoll.clear();
        for (String key : List.copyOf(states.keySet())) {
            if (states.remove(key, State.TAKEN)) {
                rest(key);
            }
        }
        // somebody else has removed it: what is there is taken as soon as its rest is over
        Instant longAgo = clock.instant().minus(longestRest);
        rests.values().removeIf(rest -> rest.end().isBefore(longAgo));
    }

    @Override
    public synchronized boolean add(String key) {
        Rest rest = rests.get(key);
        boolean resting = rest != null && rest.end().isAfter(clock.instant());
        if (resting || endedInThisPoll.contains(key)) {
            return false;
        }
        return states.putIfAbsent(key, State.TAKEN) == null;
    }

    /** Says that the route has it now. */
    synchronized void start(String key) {
        states.put(key, State.STARTED);
    }

    /** Says that the object has been moved: there is nothing to rest for. */
    synchronized void finish(String key) {
        states.put(key, State.FINISHED);
    }

    /** The consumer's word that the exchange has ended, or that the poll broke off before the object was handed on. */
    @Override
    public synchronized boolean remove(String key) {
        State last = states.remove(key);
        if (last == State.STARTED) {
            rest(key);
        } else if (last == State.FINISHED) {
            rests.remove(key);
            endedInThisPoll.add(key);
        }
        return last != null;
    }

    /** Each time twice as long as the time before. */
    private void rest(String key) {
        Rest last = rests.get(key);
        Duration next = last == null ? firstRest : last.length().multipliedBy(2);
        Duration length = next.compareTo(longestRest) < 0 ? next : longestRest;
        rests.put(key, new Rest(length, clock.instant().plus(length)));
    }

    @Override
    public synchronized boolean contains(String key) {
        return states.containsKey(key);
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public synchronized void clear() {
        states.clear();
        rests.clear();
    }

    private enum State {
        TAKEN,
        STARTED,
        FINISHED
    }

    private record Rest(Duration length, Instant end) {
    }
}
