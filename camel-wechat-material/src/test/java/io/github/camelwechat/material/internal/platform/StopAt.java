package io.github.camelwechat.material.internal.platform;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.store.StoreEntry;
import org.jspecify.annotations.Nullable;

/** Store that does something at one of its changes. */
final class StopAt extends StoreBehind {

    private final String point;
    private final Runnable action;
    private final AtomicInteger changes = new AtomicInteger();

    /**
     * @param point  {@code before} or {@code after}, a number from 1 on, and the key whose changes are counted, with
     *               hyphens between them; {@code never}
     * @param action at the point
     */
    StopAt(Store store, String point, Runnable action) {
        super(store);
        this.point = point;
        this.action = action;
    }

    private void reached(String when, String key, int change) {
        if (point.equals(when + "-" + change + "-" + key)) {
            action.run();
        }
    }

    private int begun(String key) {
        int change = point.endsWith("-" + key) ? changes.incrementAndGet() : 0;
        reached("before", key, change);
        return change;
    }

    @Override
    public @Nullable StoreEntry create(String key, String value) {
        int change = begun(key);
        StoreEntry stored = super.create(key, value);
        reached("after", key, change);
        return stored;
    }

    @Override
    public @Nullable StoreEntry replace(StoreEntry seen, String value) {
        int change = begun(seen.key());
        StoreEntry stored = super.replace(seen, value);
        reached("after", seen.key(), change);
        return stored;
    }
}
