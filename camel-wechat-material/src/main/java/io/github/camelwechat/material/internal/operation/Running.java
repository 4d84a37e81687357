package io.github.camelwechat.material.internal.operation;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.camelwechat.material.internal.client.Call;

/**
 * An operation whose request has been handed on.
 *
 * @param outcome ends exactly once, on a thread that must not be held up
 * @param abort   ends it now with the reason given, unless it has ended
 */
public record Running(CompletableFuture<Outcome> outcome, Consumer<String> abort) {

    static <T> Running of(Call<T> call, Function<T, Outcome> outcome) {
        return new Running(call.result().thenApply(outcome), call::abort);
    }
}
