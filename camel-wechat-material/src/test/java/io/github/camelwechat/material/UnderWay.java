package io.github.camelwechat.material;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.internal.operation.Outcome;
import io.github.camelwechat.material.internal.operation.Running;
import io.github.camelwechat.material.internal.transport.AccountSettings;
import io.github.camelwechat.material.internal.transport.Credentials;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** Exchanges of one account, of two slots and one permit, whose answers come when the test says so. */
final class UnderWay {

    static final int SLOTS = 2;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final OpenAccounts accounts = new OpenAccounts(
            new SpoolFolder(), Runnable::run, new FileReaders(Runnable::run, System::nanoTime), timer, Clock.systemUTC());
    private final Workers workers = new Workers(
            context.getExecutorServiceManager(), this, "WechatMaterial", 8, timer, () -> SLOTS);
    final Flights flights = new Flights(workers);
    final OpenAccount account = accounts.open(settings());

    private static AccountSettings settings() {
        Duration minute = Duration.ofMinutes(1);
        return new AccountSettings(
                new Credentials.FixedToken(null, "a-token"), URI.create("http://127.0.0.1:1"), SLOTS / 2,
                TransportSettings.direct(), minute, minute, minute);
    }

    /** One that has been handed on to a network which keeps its answer back. */
    final class Upload {

        final Exchange exchange = new DefaultExchange(context);
        final CompletableFuture<Outcome> answer = new CompletableFuture<>();
        /** With what the callback was called. */
        final List<Boolean> callbacks = new CopyOnWriteArrayList<>();
        /** Why it was to end. */
        final List<String> aborts = new CopyOnWriteArrayList<>();

        boolean begin(boolean hasSlot) {
            return flights.begin(exchange, callbacks::add, running(), account, hasSlot);
        }

        /** Not begun: it waits for a slot without a thread that does. */
        Flight flight() {
            return new Flight(exchange, callbacks::add, running(), account, false, flights);
        }

        private Running running() {
            return new Running(answer, aborts::add);
        }

        void answered() {
            answer.complete(new Outcome.Unchanged());
        }
    }

    void close() throws Exception {
        workers.stop(1000);
        accounts.closeAll();
        timer.shutdownNow();
        context.close();
    }
}
