package io.github.camelwechat.material;

import java.util.Collection;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Stops early what is under way: a context that stops releases the threads that wait for an exchange, with a bare
 * {@link java.util.concurrent.RejectedExecutionException}, before it stops its components.
 */
final class EarlyStop extends LifecycleStrategySupport implements Service, ShutdownPrepared {

    private final WechatMaterialComponent component;

    EarlyStop(WechatMaterialComponent component) {
        this.component = component;
    }

    void begin(CamelContext context) {
        context.addLifecycleStrategy(this);
        // those that were there before the component
        onRoutesAdd(context.getRoutes());
    }

    void end(CamelContext context) {
        context.getLifecycleStrategies().remove(this);
    }

    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        routes.forEach(route -> route.addService(this));
    }

    /** Camel waits for exchanges that are in a route, and for no others. */
    @Override
    public void onContextStopping(CamelContext context) {
        ComponentRuntime runtime = component.runtimeIfAny();
        if (runtime != null) {
            runtime.awaitThoseInNoRoute();
        }
    }

    /** The last that Camel calls before it releases the threads. A route that is stopped alone lets uploads finish. */
    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        ComponentRuntime runtime = component.runtimeIfAny();
        if (forced && component.getCamelContext().isStopping() && runtime != null) {
            runtime.endFlights();
        }
    }

    @Override
    public void start() {
        // as a service of routes it has nothing to do
    }

    @Override
    public void stop() {
        // the component stops what it holds
    }
}
