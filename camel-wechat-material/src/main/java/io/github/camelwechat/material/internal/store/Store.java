package io.github.camelwechat.material.internal.store;

import java.util.List;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * Texts under keys that outlive the process. An entry is changed only by a caller that shows the one it has seen; where
 * another caller was faster, nothing changes. Thread-safe.
 * <p>
 * A change that has returned is there after the process was killed, and after a power cut if the disk keeps what it
 * reports as written. After any other one, a failed one included, a restart finds the old state or the new one, whole.
 * <p>
 * Methods wait for a disk or a database: no I/O thread calls them, no timer, and no listener of a call. An interrupt
 * does not end a change; the thread stays interrupted.
 * <p>
 * A key has 1 to {@value StoreKey#MAX_LENGTH} visible ASCII characters; case counts. Messages name it. A value has at
 * most {@value StoredText#MAX_BYTES} bytes in UTF-8; no message shows it. Other keys and values are refused with an
 * {@link IllegalArgumentException}.
 */
public interface Store extends AutoCloseable {

    /**
     * Returns what is stored under a key, or null.
     *
     * @throws WechatMaterialException if it cannot be read, or the store is closed; so do the other methods
     */
    @Nullable
    StoreEntry get(String key);

    /** Returns the entries whose keys begin so, sorted by key. */
    List<StoreEntry> list(String prefix);

    /** Stores a value under a new key. Returns null, and stores nothing, if there is an entry already. */
    @Nullable
    StoreEntry create(String key, String value);

    /** Stores another value. Returns null, and stores nothing, if that entry has been changed or removed. */
    @Nullable
    StoreEntry replace(StoreEntry seen, String value);

    /** Removes an entry. Returns false, and removes nothing, if it has been changed or removed. */
    boolean remove(StoreEntry seen);

    /**
     * Stores what is made of the present value, whoever else changes it meanwhile.
     *
     * @param  change may be asked more than once
     * @return        the entry that is there now; null if there is none
     */
    default @Nullable StoreEntry update(String key, Change change) {
        while (true) {
            StoreEntry seen = get(key);
            String value = change.of(seen == null ? null : seen.value());
            if (value == null || (seen != null && seen.value().equals(value))) {
                return seen;
            }
            StoreEntry stored = seen == null ? create(key, value) : replace(seen, value);
            if (stored != null) {
                return stored;
            }
        }
    }

    /** Waits for the change under way. */
    @Override
    void close();

    /** A new value made of the present one. */
    @FunctionalInterface
    interface Change {

        /**
         * Returns the new value; null or an equal one leaves the store as it is.
         *
         * @param value null if there is none
         */
        @Nullable
        String of(@Nullable String value);
    }
}
