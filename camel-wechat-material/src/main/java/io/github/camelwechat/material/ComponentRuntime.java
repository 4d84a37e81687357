package io.github.camelwechat.material;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.media.MediaPreparer;
import io.github.camelwechat.material.media.SpoolFolder;
import io.github.camelwechat.material.transport.AccountSettings;
import org.apache.camel.spi.ExecutorServiceManager;

/** What a component holds while one of its endpoints is started: threads, connections, spooled bodies. Thread-safe. */
final class ComponentRuntime {

    private static final long GRACE_MILLIS = 5000;

    private final ExecutorServiceManager threads;
    private final ScheduledExecutorService timer;
    private final SpoolFolder spoolFolder = new SpoolFolder();
    private final OpenAccounts accounts;
    private final Workers workers;
    private final Flights flights;

    ComponentRuntime(ExecutorServiceManager threads, Object source) {
        this.threads = threads;
        this.timer = threads.newSingleThreadScheduledExecutor(source, "WechatMaterialTimer");
        this.accounts = new OpenAccounts(new MediaPreparer(spoolFolder), timer, Clock.systemUTC());
        this.workers = new Workers(threads, source, timer, accounts::workersBound);
        this.flights = new Flights(workers);
    }

    OpenAccount open(AccountSettings settings) {
        return accounts.open(settings);
    }

    void close(OpenAccount account) {
        accounts.close(account);
    }

    Flights flights() {
        return flights;
    }

    /**
     * After a graceful stop nothing of a route is left. What bare producer templates sent may finish for a while; in a
     * forced stop the network is not waited for.
     */
    void stop(boolean forced) throws InterruptedException {
        try {
            if (forced || !flights.awaitAll(GRACE_MILLIS)) {
                flights.abortAll("the component was stopped");
            }
            workers.stop(GRACE_MILLIS);
        } finally {
            accounts.closeAll();
            threads.shutdownNow(timer);
            spoolFolder.close();
        }
    }
}
