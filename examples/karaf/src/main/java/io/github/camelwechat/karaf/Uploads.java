package io.github.camelwechat.karaf;

import java.util.Dictionary;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The uploads under the newest configuration. Under a new one, the old ones end before the new ones begin, so that no
 * file is taken twice; a configuration with an error changes nothing.
 */
final class Uploads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final ClassLoader loader;
    /** Waits for uploads in flight, as ConfigAdmin's thread must not: all of Karaf's configurations are its work. */
    private final ExecutorService switcher;
    private @Nullable UploadContext current;

    /**
     * Creates it without a configuration.
     *
     * @param loader of the bundle, by which Camel finds its parts
     */
    Uploads(ClassLoader loader) {
        this.loader = loader;
        this.switcher = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, Activator.PID);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /**
     * Checks a configuration, and hands it over to the thread that changes the uploads.
     *
     * @param  properties             from ConfigAdmin; null if there is no configuration, which ends the uploads
     * @throws ConfigurationException if a property is missing, unknown or wrong; then the uploads go on as they were
     */
    void configure(@Nullable Dictionary<String, ?> properties) throws ConfigurationException {
        UploadContext next = null;
        if (properties == null) {
            LOG.info("No configuration: {}.cfg is not in Karaf's folder etc", Activator.PID);
        } else {
            next = UploadContext.open(UploadSettings.of(properties), loader);
        }
        UploadContext checked = next;
        try {
            switcher.execute(() -> replaceBy(checked));
        } catch (RejectedExecutionException e) {
            // the bundle has been stopped meanwhile
            close(checked);
        }
    }

    private void replaceBy(@Nullable UploadContext next) {
        close(current);
        current = next;
        if (next != null && !next.start()) {
            close(next);
            current = null;
        }
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
