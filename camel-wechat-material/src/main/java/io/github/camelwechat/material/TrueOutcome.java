package io.github.camelwechat.material;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.operation.Outcome;
import io.github.camelwechat.material.transport.Failures;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.SynchronizationRouteAware;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of the request of an exchange that Camel has given up, as its route, or one that has called it, was
 * stopped by force: Camel puts a bare {@link RejectedExecutionException} in place of an upload that is done.
 */
final class TrueOutcome extends SynchronizationAdapter implements SynchronizationRouteAware {

    private final WechatMaterialOperations operation;
    private final CompletableFuture<Outcome> outcome;

    /**
     * Begins with the request.
     *
     * @param operation that changes something
     */
    TrueOutcome(WechatMaterialOperations operation, CompletableFuture<Outcome> outcome) {
        this.operation = operation;
        this.outcome = outcome;
    }

    /** Before those that move or delete a file by the exception. */
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
        // nobody has given it up yet
    }

    /** Each route that it comes back from may be the one that was stopped. */
    @Override
    public void onAfterRoute(Route route, Exchange exchange) {
        if (isStopped(exchange.getContext(), route.getRouteId())) {
            tell(exchange);
        }
    }

    /** A part of a split ends within its route. */
    @Override
    public void onFailure(Exchange exchange) {
        CamelContext context = exchange.getContext();
        if (isGivenUp(context, exchange) || isStopped(context, ExchangeHelper.getRouteId(exchange))) {
            tell(exchange);
        }
    }

    /** While a context stops gracefully, its routes go on, and may refuse something by themselves. */
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
            exchange.setException(outcome.handle((reached, failure) -> failure == null
                    ? done(rejected) : Failures.unwrapped(failure)).join());
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
