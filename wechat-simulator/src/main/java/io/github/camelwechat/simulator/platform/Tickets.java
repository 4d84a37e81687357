package io.github.camelwechat.simulator.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.push.Event;
import io.github.camelwechat.simulator.push.Push;
import io.github.camelwechat.simulator.push.Pushes;
import io.github.camelwechat.simulator.token.RandomText;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of a third-party platform: pushed on command and, once pushing has begun, every 10 minutes of the
 * simulated clock. Each one is valid for 12 hours. Thread-safe.
 */
public final class Tickets {

    private static final String PREFIX = "ticket@@@";
    private static final int LENGTH = 95;
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Clock clock;
    private final Pushes pushes;
    private final RandomText random = new RandomText();
    private final Map<String, Instant> issued = new LinkedHashMap<>();
    private @Nullable String newest;
    private @Nullable Instant nextPush;

    Tickets(Clock clock, Pushes pushes) {
        this.clock = clock;
        this.pushes = pushes;
    }

    /**
     * Makes a ticket and pushes it.
     *
     * @return the push, which does not wait for the answer
     */
    public synchronized Push push() {
        Instant now = clock.instant();
        issued.values().removeIf(time -> now.isAfter(time.plus(LIFETIME).plus(LIFETIME)));
        String ticket = random.of(PREFIX, LENGTH);
        issued.put(ticket, now);
        newest = ticket;
        return pushes.send(new Event("component_verify_ticket", now, Map.of("ComponentVerifyTicket", ticket)));
    }

    /** {@return the newest ticket, delivered or not; null if there is none} */
    public synchronized @Nullable String newest() {
        return newest;
    }

    /**
     * Begins or ends the pushes of every 10 minutes. The first one comes at once.
     *
     * @param on false at first
     */
    public synchronized void pushing(boolean on) {
        if (!on) {
            nextPush = null;
        } else if (nextPush == null) {
            nextPush = clock.instant();
            pushIfDue();
        }
    }

    /** {@return true if a ticket is pushed every 10 minutes} */
    public synchronized boolean pushing() {
        return nextPush != null;
    }

    /** Pushes one ticket if one is due, however many would have been. */
    synchronized void pushIfDue() {
        Instant now = clock.instant();
        if (nextPush != null && !now.isBefore(nextPush)) {
            nextPush = now.plus(INTERVAL);
            push();
        }
    }

    /** Refuses an unknown ticket (61006) and one that is too old (61005). */
    synchronized void requireValid(String ticket) {
        Instant time = issued.get(ticket);
        if (time == null) {
            throw ApiError.gateway(61006);
        }
        ApiError.requireAtGateway(clock.instant().isBefore(time.plus(LIFETIME)), 61005);
    }

    synchronized void forget() {
        issued.clear();
        newest = null;
        nextPush = null;
    }
}
