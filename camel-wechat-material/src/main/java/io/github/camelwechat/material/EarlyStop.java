package io.github.camelwechat.material;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.spi.AsyncProcessorAwaitManager;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.PluginHelper;

/**
 * Stops early what is under way: a context that stops releases the threads that wait for an exchange, with a bare
 * {@link java.util.concurrent.RejectedExecutionException}, before it stops its components.
 */
final class EarlyStop extends LifecycleStrategySupport implements Service, ShutdownPrepared {

    private static final long RELEASED_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

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
            awaitReleased(runtime.endFlights());
        }
    }

    /** Camel would take a thread that is on its way out for one that still waits; nothing tells when it has left. */
    private void awaitReleased(Set<String> exchanges) {
        AsyncProcessorAwaitManager waiting = PluginHelper.getAsyncProcessorAwaitManager(component.getCamelContext());
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < RELEASED_NANOS && !Thread.currentThread().isInterrupted()
                && waiting.browse().stream().anyMatch(thread -> exchanges.contains(thread.getExchange().getExchangeId()))) {
            LockSupport.parkNanos(LOOK_NANOS);
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
