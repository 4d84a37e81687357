package io.github.camelwechat.material.internal.platform;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelwechat.material.internal.platform.MerchantState.Standing;
import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.store.StoreEntry;
import io.github.camelwechat.material.internal.transport.Json;
import org.jspecify.annotations.Nullable;

/**
 * Newest ticket of a platform, and the state of each of its accounts, in its store. Its methods wait for the store.
 * Changes come one at a time.
 */
final class PlatformStore {

    private static final String OWNER = "platform";
    private static final String TICKET = "ticket";
    private static final String MERCHANT = "merchant/";

    private final Store store;

    /** The ticket as JSON. */
    private record StoredTicket(String ticket, long createTime) {

        StoredTicket {
            Objects.requireNonNull(ticket);
        }

        /** Without the ticket. */
        @Override
        public String toString() {
            return "StoredTicket[createTime=" + createTime + "]";
        }
    }

    /** An account as JSON. */
    private record StoredMerchant(
            Standing standing, long since, int generation, @Nullable String code, @Nullable String refreshToken,
            List<Integer> permissionSets, int lostBy, @Nullable Long lostAt) {

        StoredMerchant {
            Objects.requireNonNull(standing);
            Objects.requireNonNull(permissionSets);
        }

        /** Without code and refresh token. */
        @Override
        public String toString() {
            return "StoredMerchant[standing=" + standing + "]";
        }
    }

    /**
     * Takes a store for a platform.
     *
     * @throws IllegalStateException if it is another platform's
     */
    PlatformStore(Store store, String appId) {
        this.store = store;
        StoreEntry owner = store.update(OWNER, present -> present == null ? appId : present);
        if (owner == null || !owner.value().equals(appId)) {
            throw new IllegalStateException(
                    "The store " + store + " is that of the platform " + (owner == null ? "" : owner.value()) + ", not of "
                                            + appId + ". Give each platform a store of its own.");
        }
    }

    /** @throws IllegalStateException if it cannot be read */
    PushEvent.@Nullable Ticket ticket() {
        StoreEntry entry = store.get(TICKET);
        if (entry == null) {
            return null;
        }
        StoredTicket stored = read(entry, StoredTicket.class);
        return new PushEvent.Ticket(Instant.ofEpochSecond(stored.createTime()), stored.ticket());
    }

    void put(PushEvent.Ticket ticket) {
        put(TICKET, new StoredTicket(ticket.ticket(), ticket.createTime().getEpochSecond()));
    }

    /**
     * Returns the accounts by their AppIDs.
     *
     * @throws IllegalStateException if one cannot be read
     */
    Map<String, MerchantState> merchants() {
        Map<String, MerchantState> merchants = new LinkedHashMap<>();
        for (StoreEntry entry : store.list(MERCHANT)) {
            StoredMerchant stored = read(entry, StoredMerchant.class);
            merchants.put(entry.key().substring(MERCHANT.length()), new MerchantState(
                    stored.standing(), Instant.ofEpochSecond(stored.since()), stored.generation(), stored.code(),
                    stored.refreshToken(), stored.permissionSets(), stored.lostBy(),
                    stored.lostAt() == null ? null : Instant.ofEpochSecond(stored.lostAt())));
        }
        return merchants;
    }

    void put(String appId, MerchantState state) {
        put(MERCHANT + appId, new StoredMerchant(
                state.standing(), state.since().getEpochSecond(), state.generation(), state.code(), state.refreshToken(),
                state.permissionSets(), state.lostBy(),
                state.lostAt() == null ? null : state.lostAt().getEpochSecond()));
    }

    private void put(String key, Object value) {
        String json = Json.text(value);
        store.update(key, present -> json);
    }

    private <T> T read(StoreEntry entry, Class<T> type) {
        try {
            return Json.read(entry.value(), type);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The store " + store + " holds something under " + entry.key()
                                            + " that this version of the component cannot read",
                    e);
        }
    }
}
