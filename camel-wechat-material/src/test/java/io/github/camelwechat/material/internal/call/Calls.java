package io.github.camelwechat.material.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Tools for tests of calls. */
final class Calls {

    private Calls() {
    }

    static <T> Promise<T> promise() {
        return new Promise<>();
    }

    static Object outcome(Call<?> call) {
        assertThat(call.isEnded()).isTrue();
        return call.toFuture().handle((result, failure) -> failure != null ? failure : result)
                .getNow("the listener was not told");
    }

    /** Fails where the current thread holds a lock that the action needs. */
    static void onAnotherThread(Runnable action) {
        try {
            CompletableFuture.runAsync(action, task -> new Thread(task).start()).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    static <X extends Throwable> void throwUnchecked(Throwable failure) throws X {
        throw (X) failure;
    }
}
