package io.github.camelwechat.material;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.operation.Outcome;
import io.github.camelwechat.material.transport.Failures;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of the request of an exchange that Camel has given up, as its route was stopped by force: Camel puts
 * a bare {@link RejectedExecutionException} in place of an upload that is done.
 */
final class TrueOutcome extends SynchronizationAdapter {

    private final WechatMaterialOperations operation;
    private final CompletableFuture<Outcome> outcome;
    private final @Nullable String routeId;

    /**
     * Begins with the request.
     *
     * @param operation that changes something
     * @param exchange  in the route that makes the request
     */
    TrueOutcome(WechatMaterialOperations operation, CompletableFuture<Outcome> outcome, Exchange exchange) {
        this.operation = operation;
        this.outcome = outcome;
        this.routeId = ExchangeHelper.getRouteId(exchange);
    }

    /** Before those that move or delete a file by the exception. */
    @Override
    public int getOrder() {
        return HIGHEST;
    }

    @Override
    public void onFailure(Exchange exchange) {
        if (exchange.getException() instanceof RejectedExecutionException rejected && outcome.isDone()
                && isStopped(exchange)) {
            exchange.setException(outcome.handle((reached, failure) -> failure == null
                    ? done(rejected) : Failures.unwrapped(failure)).join());
        }
    }

    private boolean isStopped(Exchange exchange) {
        if (!exchange.getContext().isStarted()) {
            return true;
        }
        if (routeId == null) {
            return false;
        }
        ServiceStatus status = exchange.getContext().getRouteController().getRouteStatus(routeId);
        return status == null || !status.isStarted();
    }

    private UnknownOutcomeException done(RejectedExecutionException rejected) {
        return new UnknownOutcomeException(
                operation + " was done, but Camel stopped the route by force before the exchange went on: the headers of the"
                                           + " message are those of the result. Do not send it again.",
                rejected);
    }
}
