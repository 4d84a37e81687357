package io.github.camelwechat.karaf;

import java.util.Dictionary;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The uploads under the newest configuration. Under a new one, the old ones end before the new ones begin, so that no
 * file is taken twice. A configuration with an error changes nothing, and one whose folder is missing nothing until the
 * folder is there.
 */
final class Uploads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final ClassLoader loader;
    /** Waits for uploads in flight, as ConfigAdmin's thread must not: all of Karaf's configurations are its work. */
    private final ScheduledThreadPoolExecutor switcher;
    private @Nullable UploadContext current;
    /** Open, but not started, as its folder is missing. */
    private @Nullable UploadContext next;
    private @Nullable Future<?> attempt;

    /**
     * Creates it without a configuration.
     *
     * @param loader of the bundle, by which Camel finds its parts
     */
    Uploads(ClassLoader loader) {
        this.loader = loader;
        this.switcher = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, Activator.PID);
            thread.setContextClassLoader(loader);
            return thread;
        });
        switcher.setRemoveOnCancelPolicy(true);
    }

    /**
     * Checks a configuration, and hands it over to the thread that changes the uploads.
     *
     * @param  properties             from ConfigAdmin; null if there is no configuration, which ends the uploads
     * @throws ConfigurationException if a property is missing, unknown or wrong; then the uploads go on as they were
     */
    void configure(@Nullable Dictionary<String, ?> properties) throws ConfigurationException {
        UploadContext newest = null;
        if (properties == null) {
            LOG.info("No configuration: {}.cfg is not in Karaf's folder etc", Activator.PID);
        } else {
            newest = UploadContext.open(UploadSettings.of(properties), loader);
        }
        UploadContext checked = newest;
        try {
            switcher.execute(() -> replaceBy(checked));
        } catch (RejectedExecutionException e) {
            // the bundle has been stopped meanwhile
            close(checked);
        }
    }

    private void replaceBy(@Nullable UploadContext newest) {
        if (attempt != null) {
            attempt.cancel(false);
            attempt = null;
        }
        close(next);
        next = newest;
        if (newest == null) {
            close(current);
            current = null;
        } else if (!starts(newest)) {
            LOG.error("The new uploads do not start: {}. {} until that has changed; the next look is in {} ms",
                    newest.obstacle().orElse("see above"),
                    current == null ? "Nothing is uploaded" : "Uploads go on under the configuration before",
                    newest.pollDelay().toMillis());
            tryAgain(newest);
        }
    }

    /** Ends the current uploads and starts others in their place, unless there is an obstacle. */
    private boolean starts(UploadContext newest) {
        if (newest.obstacle().isPresent()) {
            return false;
        }
        close(current);
        current = null;
        if (!newest.start()) {
            return false;
        }
        current = newest;
        next = null;
        return true;
    }

    private void tryAgain(UploadContext newest) {
        attempt = switcher.schedule(() -> {
            if (!starts(newest)) {
                tryAgain(newest);
            }
        }, newest.pollDelay().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void close(@Nullable UploadContext context) {
        if (context != null) {
            context.close();
        }
    }

    /** Ends the uploads: returns when those in flight are complete, or out of time. */
    @Override
    public void close() {
        if (!switcher.isShutdown()) {
            switcher.execute(() -> replaceBy(null));
            switcher.shutdown();
        }
        try {
            if (!switcher.awaitTermination(UploadContext.LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.error("The uploads have not ended within {}", UploadContext.LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
