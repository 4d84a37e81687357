package io.github.camelwechat.material.internal.platform;

import java.util.List;

import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.store.StoreEntry;
import org.jspecify.annotations.Nullable;

/** Store that hands all on to another one. */
abstract class StoreBehind implements Store {

    private final Store store;

    StoreBehind(Store store) {
        this.store = store;
    }

    @Override
    public @Nullable StoreEntry get(String key) {
        return store.get(key);
    }

    @Override
    public List<StoreEntry> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public @Nullable StoreEntry create(String key, String value) {
        return store.create(key, value);
    }

    @Override
    public @Nullable StoreEntry replace(StoreEntry seen, String value) {
        return store.replace(seen, value);
    }

    @Override
    public boolean remove(StoreEntry seen) {
        return store.remove(seen);
    }

    @Override
    public void close() {
        store.close();
    }
}
