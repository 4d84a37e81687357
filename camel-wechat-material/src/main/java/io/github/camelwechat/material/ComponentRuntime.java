package io.github.camelwechat.material;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.internal.transport.AccountSettings;
import io.github.camelwechat.material.internal.transport.FileReaders;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** What a component holds while one of its endpoints is started: threads, connections, spooled bodies. Thread-safe. */
final class ComponentRuntime {

    private static final long GRACE_MILLIS = 5000;
    private static final String STOPPED = "the component was stopped";
    private static final int WORKERS = 8;
    private static final int READERS = 4;
    private static final int STARTERS = 1;
    /** In Camel's words for a scheduled pool. */
    private static final int UNBOUNDED = 0;

    private final ExecutorServiceManager threads;
    private final ScheduledExecutorService timer;
    private final Workers starters;
    private final SpoolFolder spoolFolder = new SpoolFolder();
    private final OpenAccounts accounts;
    private final Workers readers;
    private final Workers workers;
    private final Flights flights;

    ComponentRuntime(ExecutorServiceManager threads, Object source) {
        this.threads = threads;
        this.timer = threads.newScheduledThreadPool(source, "WechatMaterialTimer", timerThread());
        this.starters = new Workers(threads, source, "WechatMaterialStarter", STARTERS, timer, this::workersBound);
        this.readers = new Workers(threads, source, "WechatMaterialReader", READERS, timer, this::workersBound);
        this.accounts = new OpenAccounts(
                spoolFolder, starters::execute, new FileReaders(readers::execute, System::nanoTime), timer, Clock.systemUTC());
        this.workers = new Workers(threads, source, "WechatMaterial", WORKERS, timer, this::workersBound);
        this.flights = new Flights(workers);
    }

    private int workersBound() {
        return accounts.workersBound();
    }

    /** Camel's own profile refuses a thousand and first task, and runs what it refuses on the calling thread. */
    private static ThreadPoolProfile timerThread() {
        ThreadPoolProfile profile = new ThreadPoolProfile("WechatMaterialTimer");
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        profile.setMaxQueueSize(UNBOUNDED);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
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
     * forced stop the network is not waited for. Every exchange comes to its end, and those that come later at once.
     */
    void stop(boolean forced) {
        boolean interrupted = false;
        try {
            interrupted = !forced && !awaitFlights();
            flights.abortAll(STOPPED);
            workers.stop(GRACE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            interrupted |= !stopNow(readers);
            interrupted |= !stopNow(starters);
            accounts.closeAll();
            threads.shutdownNow(timer);
            spoolFolder.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits a while for exchanges outside routes. */
    void awaitThoseInNoRoute() {
        try {
            flights.awaitThoseInNoRoute(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Aborts all exchanges, and later ones as soon as they begin.
     *
     * @return the IDs of the ended exchanges, and of those that they were split from
     */
    Set<String> endFlights() {
        try {
            return flights.abortAndAwaitAll(STOPPED, GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    /** Stops without waiting, as a read or look-up may hang. Returns false if the stopping thread was interrupted. */
    private static boolean stopNow(Workers pool) {
        try {
            pool.stop(0);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** False if the stopping thread was interrupted: it is to stop at once. */
    private boolean awaitFlights() {
        try {
            flights.awaitAll(GRACE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
