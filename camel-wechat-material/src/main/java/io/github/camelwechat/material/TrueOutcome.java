package io.github.camelwechat.material;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.SynchronizationRouteAware;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Completion hook that reports the outcome of a request whose exchange Camel has given up, because its route or a
 * calling route was stopped by force: Camel fails even a finished upload with a bare
 * {@link RejectedExecutionException}.
 */
final class TrueOutcome extends SynchronizationAdapter implements SynchronizationRouteAware {

    private final WechatMaterialOperations operation;
    private final CompletableFuture<Outcome> outcome;

    /**
     * Creates the hook of one request.
     *
     * @param operation that changes something
     */
    TrueOutcome(WechatMaterialOperations operation, Call<Outcome> call) {
        this.operation = operation;
        this.outcome = call.toFuture();
    }

    /** Runs before hooks that move or delete a file by the exception. */
    @Override
    public int getOrder() {
        return HIGHEST;
    }

    @Override
    public SynchronizationRouteAware getRouteSynchronization() {
        return this;
    }

    @Override
    public void onBeforeRoute(Route route, Exchange exchange) {
        // the exchange is not given up yet
    }

    /** Checks each route that the exchange returns from: any of them may be the stopped one. */
    @Override
    public void onAfterRoute(Route route, Exchange exchange) {
        if (isStopped(exchange.getContext(), route.getRouteId())) {
            tell(exchange);
        }
    }

    /** Checks the current route too: a part of a split ends inside its route. */
    @Override
    public void onFailure(Exchange exchange) {
        CamelContext context = exchange.getContext();
        if (isGivenUp(context, exchange) || isStopped(context, ExchangeHelper.getRouteId(exchange))) {
            tell(exchange);
        }
    }

    /** Returns whether Camel gave the exchange up. During a graceful stop routes continue, and a step may reject. */
    private static boolean isGivenUp(CamelContext context, Exchange exchange) {
        return context.getShutdownStrategy().isForceShutdown()
                || (exchange.getExchangeExtension().isInterrupted() && !context.isStarted());
    }

    private static boolean isStopped(CamelContext context, @Nullable String routeId) {
        if (routeId == null) {
            return false;
        }
        ServiceStatus status = context.getRouteController().getRouteStatus(routeId);
        return status == null || status.isStopping() || status.isStopped();
    }

    private void tell(Exchange exchange) {
        if (exchange.getException() instanceof RejectedExecutionException rejected && outcome.isDone()) {
            exchange.setException(outcome.handle((reached, failure) -> failure == null ? done(rejected) : failure).join());
        }
    }

    private UnknownOutcomeException done(RejectedExecutionException rejected) {
        return new UnknownOutcomeException(
                operation + " was done, but Camel stopped the route by force before the exchange came to its end: the headers of"
                                           + " the message are those of the result, unless a later step has changed them. Do not"
                                           + " send it again.",
                rejected);
    }
}
