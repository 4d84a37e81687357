package io.github.camelwechat.material.internal.inflight;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.internal.call.Promise;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.ExchangeHelper;

/** Exchanges of one account, of two slots and one permit, whose answers come when the test says so. */
final class UnderWay {

    static final int SLOTS = 2;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    final Workers workers = new Workers(
            context.getExecutorServiceManager(), this, "WechatMaterial", 8, timer, () -> SLOTS);
    final InflightExchanges<String> all
            = new InflightExchanges<>(workers, (outcome, exchange) -> exchange.getMessage().setBody(outcome));
    final Bounds bounds = Bounds.of(SLOTS / 2);

    /** One that has been handed on to a network which keeps its answer back. */
    final class Upload {

        final Exchange exchange = new DefaultExchange(context);
        final Promise<String> answer = new Promise<>((self, why) -> abort(why));
        /** With what the callback was called. */
        final List<Boolean> callbacks = new CopyOnWriteArrayList<>();
        /** Why it was to end. */
        final List<String> aborts = new CopyOnWriteArrayList<>();
        private final Bounds bounds;
        /** Runs in the callback. */
        Runnable callback = () -> {
        };

        Upload() {
            this(UnderWay.this.bounds);
        }

        Upload(Bounds bounds) {
            this.bounds = bounds;
        }

        boolean begin(boolean hasSlot) {
            return all.begin(exchange, this::calledBack, answer, bounds, hasSlot, ExchangeHelper.getRoute(exchange) != null);
        }

        /** Not begun: it waits for a slot without a thread that does. */
        InflightExchange<String> inflight() {
            return new InflightExchange<>(exchange, callbacks::add, answer, bounds, false, false, all);
        }

        private void calledBack(boolean synchronous) {
            callbacks.add(synchronous);
            callback.run();
        }

        private void abort(String why) {
            aborts.add(why);
        }

        void answered() {
            answer.complete("answered");
        }
    }

    void close() throws Exception {
        workers.stop(1000);
        timer.shutdownNow();
        context.close();
    }
}
