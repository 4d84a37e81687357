package io.github.camelwechat.material.internal.store;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * Store of one process: all entries are in memory, and a change is seen by others once its backing has written it.
 * Reading waits for nothing.
 */
final class CachedStore implements Store {

    private final Backing backing;
    private final ConcurrentNavigableMap<String, StoreEntry> entries = new ConcurrentSkipListMap<>();
    private final ReentrantLock changing = new ReentrantLock();
    private long lastVersion;
    private volatile boolean closed;

    /** Reads all entries. */
    CachedStore(Backing backing) throws IOException {
        this.backing = backing;
        backing.values().forEach(this::keep);
    }

    private StoreEntry keep(String key, String value) {
        lastVersion++;
        StoreEntry entry = new StoreEntry(key, value, lastVersion);
        entries.put(key, entry);
        return entry;
    }

    @Override
    public @Nullable StoreEntry get(String key) {
        StoreEntry entry = entries.get(StoreKey.checked(key));
        // afterwards: while a store closes, it forgets what is not missing
        requireOpen();
        return entry;
    }

    @Override
    public List<StoreEntry> list(String prefix) {
        List<StoreEntry> found
                = entries.tailMap(prefix).values().stream().takeWhile(entry -> entry.key().startsWith(prefix)).toList();
        requireOpen();
        return found;
    }

    @Override
    public @Nullable StoreEntry create(String key, String value) {
        return write(StoreKey.checked(key), null, value);
    }

    @Override
    public @Nullable StoreEntry replace(StoreEntry seen, String value) {
        return write(seen.key(), seen, value);
    }

    private @Nullable StoreEntry write(String key, @Nullable StoreEntry seen, String value) {
        StoredText.utf8(value);
        changing.lock();
        try {
            requireOpen();
            if (!isPresent(key, seen)) {
                return null;
            }
            backing.write(key, value);
            return keep(key, value);
        } catch (IOException e) {
            throw failed(key, "stored", e);
        } finally {
            changing.unlock();
        }
    }

    @Override
    public boolean remove(StoreEntry seen) {
        changing.lock();
        try {
            requireOpen();
            if (!isPresent(seen.key(), seen)) {
                return false;
            }
            backing.delete(seen.key());
            entries.remove(seen.key());
            return true;
        } catch (IOException e) {
            throw failed(seen.key(), "removed", e);
        } finally {
            changing.unlock();
        }
    }

    private boolean isPresent(String key, @Nullable StoreEntry seen) {
        StoreEntry present = entries.get(key);
        return present == null ? seen == null : seen != null && seen.version() == present.version();
    }

    private WechatMaterialException failed(String key, String what, IOException e) {
        return new WechatMaterialException(
                "The store " + this + " has not " + what + " " + key + " (" + e
                                           + "). Make sure that there is room, and that this process may write there.",
                e);
    }

    private void requireOpen() {
        if (closed) {
            throw new WechatMaterialException("The store " + this + " is closed: the component is stopped");
        }
    }

    @Override
    public void close() {
        changing.lock();
        try {
            if (!closed) {
                closed = true;
                entries.clear();
                backing.close();
            }
        } finally {
            changing.unlock();
        }
    }

    /** As an option names it. */
    @Override
    public String toString() {
        return backing.toString();
    }
}
