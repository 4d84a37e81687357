package io.github.camelwechat.material.internal.platform;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.platform.ComponentAnswers.ListedMerchant;
import io.github.camelwechat.material.internal.platform.MerchantState.Standing;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.internal.token.TokenSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts of a platform. Thread-safe. */
final class Merchants {

    private static final Logger LOG = LoggerFactory.getLogger(Merchants.class);

    private final PlatformStore store;
    private final Changes changes;
    private final Function<Merchant, TokenSource> source;
    private final Clock clock;
    private final Map<String, Merchant> known = new ConcurrentHashMap<>();
    /** Those that somebody uses though the platform does not know them. */
    private final Map<String, Unknown> unknown = new HashMap<>();
    private final ReferenceQueue<Merchant> unused = new ReferenceQueue<>();
    private final AtomicLong events = new AtomicLong();

    /** Lets an account go that nobody uses any more. */
    private static final class Unknown extends WeakReference<Merchant> {
        private final String appId;

        Unknown(Merchant merchant, ReferenceQueue<Merchant> unused) {
            super(merchant, unused);
            this.appId = merchant.appId();
        }
    }

    /**
     * Reads the accounts from the store.
     *
     * @throws IllegalStateException if one cannot be read
     */
    Merchants(PlatformStore store, Changes changes, ComponentClient client, TokenApi api) {
        this.store = store;
        this.changes = changes;
        this.source = merchant -> new AuthorizerTokenSource(merchant, this, client, api);
        this.clock = api.clock();
        store.merchants().forEach((appId, state) -> known.put(appId, new Merchant(appId, state, source, clock)));
    }

    /** Returns an account, whether it is known or not. */
    Merchant get(String appId) {
        Merchant merchant = known.get(appId);
        return merchant != null ? merchant : unknown(appId);
    }

    private synchronized Merchant unknown(String appId) {
        Merchant merchant = known.get(appId);
        if (merchant != null) {
            return merchant;
        }
        for (Reference<?> gone = unused.poll(); gone != null; gone = unused.poll()) {
            unknown.remove(((Unknown) gone).appId, gone);
        }
        Unknown used = unknown.get(appId);
        merchant = used == null ? null : used.get();
        if (merchant == null) {
            merchant = new Merchant(appId, null, source, clock);
            unknown.put(appId, new Unknown(merchant, unused));
        }
        return merchant;
    }

    boolean isKnown(String appId) {
        return known.containsKey(appId);
    }

    boolean isAuthorized(String appId) {
        Merchant merchant = known.get(appId);
        MerchantState state = merchant == null ? null : merchant.state();
        return state != null && state.isAuthorized();
    }

    /** Returns those of whom something is to be asked of WeChat, even if nobody uploads. */
    List<Merchant> pending() {
        return known.values().stream().filter(Merchant::isPending).toList();
    }

    /**
     * Changes the state of an account: stores the new one first.
     *
     * @param  change makes the next state of the present one, which is null for an account that is not known; a null or
     *                an equal one changes nothing
     * @return        the account, once that is done
     */
    Call<Merchant> change(String appId, UnaryOperator<@Nullable MerchantState> change) {
        return changes.begin(() -> changed(appId, change));
    }

    /**
     * Returns the number of events since the start. An answer to a question that was asked then says nothing of
     * accounts with later ones.
     */
    long events() {
        return events.get();
    }

    /**
     * Stores what a code has brought, unless an event has come meanwhile; the event that has brought the code is none.
     *
     * @param asked the number of events when WeChat was asked
     */
    Call<Merchant> redeemed(String appId, long asked, String code, Grant grant) {
        return change(appId, present -> get(appId).lastEvent() <= asked || (present != null && code.equals(present.code()))
                ? MerchantState.redeemed(present, code, grant) : present).map(Merchants::asked);
    }

    /**
     * Stores what WeChat has told of an account, unless an event has come meanwhile.
     *
     * @param asked the number of events when WeChat was asked
     */
    Call<Merchant> told(String appId, long asked, Grant grant) {
        return change(appId, present -> get(appId).lastEvent() <= asked ? MerchantState.told(present, grant) : present)
                .map(Merchants::asked);
    }

    private static Merchant asked(Merchant merchant) {
        MerchantState state = merchant.state();
        if (state != null && state.isAuthorized()) {
            merchant.tokens().fresh();
        }
        return merchant;
    }

    /**
     * Stores what WeChat's list has told, one account after the other: events come in between.
     *
     * @param asked the number of events when WeChat was asked
     */
    Call<List<ListedMerchant>> listed(List<ListedMerchant> list, long asked) {
        Call<List<ListedMerchant>> stored = Call.of(list);
        for (ListedMerchant one : list) {
            stored = stored.then(before -> change(one.appId(),
                    present -> get(one.appId()).lastEvent() <= asked ? listed(present, one) : present)
                    .map(merchant -> before));
        }
        return stored;
    }

    private static @Nullable MerchantState listed(@Nullable MerchantState present, ListedMerchant listed) {
        boolean news = present == null
                || (present.standing() == Standing.WITHDRAWN
                        ? listed.authTime().isAfter(present.since()) : listed.grant().refreshToken() != null);
        return news ? MerchantState.told(present, listed.grant()) : present;
    }

    private Merchant changed(String appId, UnaryOperator<@Nullable MerchantState> change) {
        Merchant merchant = get(appId);
        MerchantState before = merchant.state();
        MerchantState next = change.apply(before);
        if (next == null || next.equals(before)) {
            return merchant;
        }
        store.put(appId, next);
        keep(merchant);
        if (MerchantState.isOfOneGeneration(before, next)) {
            merchant.become(next);
        } else {
            merchant.become(next, events.incrementAndGet());
        }
        log(appId, before, next);
        return merchant;
    }

    private static void log(String appId, @Nullable MerchantState before, MerchantState next) {
        if (before != null && before.standing() == next.standing()) {
            return;
        }
        if (next.standing() == Standing.LOST) {
            LOG.warn(
                    "The account {} is lost, though no push has withdrawn its authorization: WeChat answers {}. Its administrator"
                     + " has to authorize the platform anew.",
                    appId, next.lostBy());
        } else {
            LOG.info("The account {} is {}", appId, next.standing().name().toLowerCase(Locale.ROOT));
        }
    }

    private synchronized void keep(Merchant merchant) {
        unknown.remove(merchant.appId());
        known.putIfAbsent(merchant.appId(), merchant);
    }
}
