package io.github.camelwechat.material.internal.operation;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.client.Call;
import io.github.camelwechat.material.internal.media.Media;

/** What all uploads have in common: whatever happens, the media is closed. */
final class Upload {

    private Upload() {
    }

    static <T> Running start(Media media, Supplier<Call<T>> starter, Function<T, Outcome> outcome) {
        try {
            Call<T> call = starter.get();
            // closed first: once the exchange goes on, nobody reads its body behind its back
            CompletableFuture<Outcome> closed = call.result()
                    .whenComplete((answer, failure) -> media.close())
                    .thenApply(outcome);
            return new Running(closed, call::abort);
        } catch (RuntimeException | Error e) {
            media.close();
            throw e;
        }
    }
}
