package io.github.camelwechat.material.internal.article;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;

/** Work on another thread as a call. An abort leaves it as it is: it ends by itself. */
final class Offloaded {

    private Offloaded() {
    }

    /**
     * Begins work.
     *
     * @param work what it throws is the failure
     */
    static <T> Call<T> run(Executor threads, Supplier<T> work) {
        Promise<T> promise = new Promise<>((self, why) -> {
        });
        threads.execute(() -> {
            T result;
            try {
                result = work.get();
            } catch (Throwable e) {
                promise.fail(e);
                return;
            }
            promise.complete(result);
        });
        return promise;
    }
}
