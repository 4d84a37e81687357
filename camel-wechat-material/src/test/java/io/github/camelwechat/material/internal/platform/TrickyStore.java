package io.github.camelwechat.material.internal.platform;

import java.util.concurrent.CountDownLatch;

import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.store.StoreEntry;
import org.jspecify.annotations.Nullable;

/** Store whose changes fail or hang on command. */
final class TrickyStore extends StoreBehind {

    private volatile boolean full;
    private volatile @Nullable CountDownLatch hanging;

    TrickyStore(Store store) {
        super(store);
    }

    /** Lets changes fail, or no more. */
    void full(boolean isFull) {
        full = isFull;
    }

    /** Lets changes wait. */
    void hang() {
        hanging = new CountDownLatch(1);
    }

    /** Lets them go on. */
    void goOn() {
        CountDownLatch latch = hanging;
        hanging = null;
        if (latch != null) {
            latch.countDown();
        }
    }

    private void change() {
        CountDownLatch latch = hanging;
        boolean interrupted = false;
        while (latch != null && latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (full) {
            throw new WechatMaterialException("The store has not stored it (no space left on device)");
        }
    }

    @Override
    public @Nullable StoreEntry create(String key, String value) {
        change();
        return super.create(key, value);
    }

    @Override
    public @Nullable StoreEntry replace(StoreEntry seen, String value) {
        change();
        return super.replace(seen, value);
    }

    @Override
    public boolean remove(StoreEntry seen) {
        change();
        return super.remove(seen);
    }
}
