package io.github.camelwechat.material.internal.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import org.jspecify.annotations.Nullable;

/** The newest {@code component_verify_ticket} of a platform. Thread-safe. */
final class Tickets {

    /** By WeChat's pages. */
    static final Duration LIFE = Duration.ofHours(12);

    private static final String ADVICE
            = "WeChat pushes one every ten minutes to the platform's address for pushes, once startPushTicket was called;"
              + " check that a route receives them";

    private final PlatformStore store;
    private final Changes changes;
    private final Clock clock;
    private volatile PushEvent.@Nullable Ticket newest;
    private volatile @Nullable Refused refused;

    /** WeChat has refused a ticket. */
    private record Refused(PushEvent.Ticket ticket, WechatApiException why) {
    }

    /** Reads the ticket from the store. */
    Tickets(PlatformStore store, Changes changes, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.clock = clock;
        this.newest = store.ticket();
    }

    /**
     * Stores a ticket, unless there is a newer one.
     *
     * @param stored what follows of a new ticket, even if nobody waits for the store any more
     */
    Call<Void> accept(PushEvent.Ticket ticket, Runnable stored) {
        return changes.begin(() -> {
            PushEvent.Ticket known = newest;
            if (known == null || !(ticket.equals(known) || ticket.createTime().isBefore(known.createTime()))) {
                store.put(ticket);
                newest = ticket;
                stored.run();
            }
            return null;
        });
    }

    /** Notes that WeChat takes a ticket no more. */
    void refused(PushEvent.Ticket ticket, WechatApiException why) {
        refused = new Refused(ticket, why);
    }

    /** Returns why there is no ticket that WeChat may take; null where there is one. */
    @Nullable
    WechatMaterialException problem() {
        PushEvent.Ticket known = newest;
        if (known == null) {
            return new NotSentException("The platform has no component_verify_ticket yet. " + ADVICE);
        }
        if (!clock.instant().isBefore(known.createTime().plus(LIFE))) {
            return new NotSentException(
                    "The platform's component_verify_ticket of " + known.createTime() + " has expired. " + ADVICE);
        }
        Refused last = refused;
        return last != null && last.ticket().equals(known) ? last.why() : null;
    }

    /**
     * Returns the newest ticket.
     *
     * @throws WechatMaterialException if there is none that WeChat may take
     */
    PushEvent.Ticket get() {
        WechatMaterialException problem = problem();
        if (problem != null) {
            throw problem;
        }
        return Objects.requireNonNull(newest);
    }
}
