package io.github.camelwechat.material;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.camelwechat.material.internal.session.ComponentRuntime;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.spi.AsyncProcessorAwaitManager;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.PluginHelper;

/**
 * Hook that ends exchanges before a stopping context gives them up: the context stops its components only after it has
 * released the threads that wait for exchanges, with a bare {@link java.util.concurrent.RejectedExecutionException}.
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
        // routes that started before the component
        onRoutesAdd(context.getRoutes());
    }

    void end(CamelContext context) {
        context.getLifecycleStrategies().remove(this);
    }

    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        routes.forEach(route -> route.addService(this));
    }

    /** Waits for exchanges outside routes, for which Camel does not wait. */
    @Override
    public void onContextStopping(CamelContext context) {
        ComponentRuntime runtime = component.runtimeIfAny();
        if (runtime != null) {
            // a thread that Camel still lists would be released with a refusal, though its exchange has its outcome
            awaitReleased(runtime.awaitThoseInNoRoute());
        }
    }

    /** Aborts all exchanges if the whole context is forced to stop: Camel releases the waiting threads next. */
    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        ComponentRuntime runtime = component.runtimeIfAny();
        if (forced && component.getCamelContext().isStopping() && runtime != null) {
            awaitReleased(runtime.abortInflight());
        }
    }

    /** Waits until Camel no longer lists the threads of ended exchanges as waiting. Camel does not notify of that. */
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
        // nothing to start
    }

    @Override
    public void stop() {
        // the component stops its own parts
    }
}
