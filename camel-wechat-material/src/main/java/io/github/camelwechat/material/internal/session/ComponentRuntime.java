package io.github.camelwechat.material.internal.session;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.call.CallListener;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.inflight.InflightExchanges;
import io.github.camelwechat.material.internal.inflight.Workers;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.internal.transport.FileReaders;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.jspecify.annotations.Nullable;

/** Resources of a component with a started endpoint: threads, connections, spooled bodies. Thread-safe. */
public final class ComponentRuntime {

    private static final long GRACE_MILLIS = 5000;
    private static final String STOPPED = "the component was stopped";
    private static final int WORKERS = 8;
    private static final int READERS = 4;
    private static final int DNS_THREADS = 1;
    private static final int STORING_THREADS = 1;
    private static final int PICTURE_THREADS = 4;
    /** Look-ups of other hosts, which may hang. */
    private static final int MORE_PICTURE_THREADS = 64;
    /** In Camel's words for a scheduled pool. */
    private static final int UNBOUNDED = 0;

    private final ExecutorServiceManager threads;
    private final ScheduledExecutorService timer;
    private final Workers dnsThreads;
    private final SpoolFolder spoolFolder = new SpoolFolder();
    private final HttpEngines engines;
    private final AccountSessions accounts;
    private final PlatformSessions platforms;
    private final Supplier<Workers> newStoringThreads;
    private @Nullable Workers storingThreads;
    private final Supplier<Workers> newPictureThreads;
    private @Nullable Workers pictureThreads;
    private final Workers readers;
    private final Workers workers;
    private final InflightExchanges<Outcome> inflight;
    private volatile boolean open = true;

    /**
     * Starts the threads.
     *
     * @param source        of the threads, for Camel
     * @param inflight      creates the registry of exchanges, given the workers that resume them
     * @param listener      hears which accounts are used
     * @param callListeners hear of calls and operations
     */
    public ComponentRuntime(ExecutorServiceManager threads, Object source,
                            Function<Workers, InflightExchanges<Outcome>> inflight,
                            SessionListener listener, List<CallListener> callListeners) {
        this.threads = threads;
        this.timer = threads.newScheduledThreadPool(source, "WechatMaterialTimer", timerThread());
        this.dnsThreads = new Workers(threads, source, "WechatMaterialStarter", DNS_THREADS, timer, this::workersBound);
        this.readers = new Workers(threads, source, "WechatMaterialReader", READERS, timer, this::workersBound);
        FileReaders fileReaders = new FileReaders(readers::execute, System::nanoTime);
        this.engines = new HttpEngines(dnsThreads::execute, fileReaders, timer);
        SessionParts parts = new SessionParts(
                this, engines, new MediaPreparer(spoolFolder, fileReaders), spoolFolder, timer, Clock.systemUTC(),
                callListeners, fileReaders);
        this.accounts = new AccountSessions(parts, listener);
        this.newStoringThreads = () -> new Workers(
                threads, source, "WechatMaterialStore", STORING_THREADS, timer, this::storingBound);
        this.newPictureThreads = () -> new Workers(
                threads, source, "WechatMaterialPicture", PICTURE_THREADS, timer, () -> workersBound() + MORE_PICTURE_THREADS);
        this.platforms = new PlatformSessions(parts, task -> storingThreads().execute(task), listener);
        this.workers = new Workers(threads, source, "WechatMaterial", WORKERS, timer, this::workersBound);
        this.inflight = inflight.apply(workers);
    }

    private int workersBound() {
        return accounts.mostSlots() + platforms.mostSlots();
    }

    /** Each platform changes one thing after the other. */
    private int storingBound() {
        return platforms.size();
    }

    /** Most components have no platform. */
    private synchronized Workers storingThreads() {
        if (storingThreads == null) {
            storingThreads = newStoringThreads.get();
        }
        return storingThreads;
    }

    /** Returns the threads for the pictures of articles: they compute, wait for a disk, and look names up. */
    public Executor pictureThreads() {
        return workersForPictures()::execute;
    }

    /** Most components have no article. */
    private synchronized Workers workersForPictures() {
        if (pictureThreads == null) {
            pictureThreads = newPictureThreads.get();
        }
        return pictureThreads;
    }

    /** Returns what limits the time of calls. It runs nothing that waits. */
    public ScheduledExecutorService timer() {
        return timer;
    }

    /** Returns the folder for what is fetched. */
    public SpoolFolder spoolFolder() {
        return spoolFolder;
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

    /** Opens the session of an account for one endpoint more, which calls it by a name. */
    public AccountSession open(AccountSettings settings, String name) {
        return accounts.open(settings, name);
    }

    /**
     * Returns the session of a platform, which stays open until the component stops.
     *
     * @throws IllegalStateException if its store cannot be opened, or is another platform's
     */
    public PlatformSession platform(PlatformSettings settings) {
        return platforms.get(settings);
    }

    /** Closes the session for one endpoint less. */
    public void close(AccountSession session, String name) {
        accounts.close(session, name);
    }

    public InflightExchanges<Outcome> inflight() {
        return inflight;
    }

    /** Returns whether it has not begun to stop. */
    public boolean isOpen() {
        return open;
    }

    /** Lets endpoints look for another runtime. */
    public void beginStop() {
        open = false;
    }

    /**
     * After a graceful stop nothing of a route is left. What bare producer templates sent may finish for a while; in a
     * forced stop the network is not waited for. Every exchange comes to its end, and those that come later at once.
     */
    public void stop(boolean forced) {
        boolean interrupted = false;
        try {
            interrupted = !forced && !awaitInflight();
            inflight.abortAll(STOPPED);
            workers.stop(GRACE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            interrupted |= !stopPictures();
            interrupted |= !stopNow(readers);
            interrupted |= !stopNow(dnsThreads);
            accounts.closeAll();
            interrupted |= !closePlatforms();
            engines.closeAll();
            threads.shutdownNow(timer);
            spoolFolder.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Waits a while for exchanges outside routes.
     *
     * @return their IDs
     */
    public Set<String> awaitThoseInNoRoute() {
        try {
            return inflight.awaitThoseInNoRoute(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    /**
     * Aborts all exchanges, and later ones as soon as they begin.
     *
     * @return the IDs of the ended exchanges, and of those that they were split from
     */
    public Set<String> abortInflight() {
        try {
            return inflight.abortAndAwaitAll(STOPPED, GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    /** Waits for what is being stored, unless a store hangs. Returns false if the stopping thread was interrupted. */
    private boolean closePlatforms() {
        if (platforms.refuse()) {
            return true;
        }
        Workers storing = storingThreads();
        storing.execute(platforms::closeAll);
        try {
            storing.stop(GRACE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private boolean stopPictures() {
        Workers pictures;
        synchronized (this) {
            pictures = pictureThreads;
        }
        return pictures == null || stopNow(pictures);
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
    private boolean awaitInflight() {
        try {
            inflight.awaitAll(GRACE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
