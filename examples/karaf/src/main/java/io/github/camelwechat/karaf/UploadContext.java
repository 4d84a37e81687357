package io.github.camelwechat.karaf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

import io.github.camelwechat.material.WechatMaterialComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.TimeUtils;
import org.osgi.service.cm.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Camel context under one configuration: open with all its parts, then started, then closed. */
final class UploadContext implements AutoCloseable {

    /** More than an upload takes by default, and less than a stop of Karaf: 5 minutes. */
    private static final Duration STOP = Duration.ofSeconds(150);
    static final Duration LONGEST_STOP = STOP.plusSeconds(30);

    private static final Pattern TIME = Pattern.compile("[1-9]\\d{0,8}(ms|s|m|h)?");

    private static final Logger LOG = LoggerFactory.getLogger(UploadContext.class);

    private final CamelContext camel;
    private final Properties route;
    private boolean started;

    private UploadContext(CamelContext camel, Properties route) {
        this.camel = camel;
        this.route = route;
    }

    /**
     * Opens all that uploads need, but takes no file.
     *
     * @throws ConfigurationException if a property has a wrong value
     */
    static UploadContext open(UploadSettings settings, ClassLoader loader) throws ConfigurationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        DefaultCamelContext camel = new DefaultCamelContext(false);
        boolean open = false;
        try {
            // the name is that of threads, so it comes first
            camel.getCamelContextExtension().setName(Activator.PID);
            camel.setApplicationContextClassLoader(loader);
            camel.build();
            camel.setAutoStartup(false);
            camel.getShutdownStrategy().setTimeout(STOP.toSeconds());
            Properties route = configure(camel, settings);
            camel.addRoutes(new UploadRoutes());
            camel.start();
            open = true;
            return new UploadContext(camel, route);
        } catch (ConfigurationException e) {
            throw e;
        } catch (Exception e) {
            throw new ConfigurationException(null, "Camel does not start: " + e.getMessage());
        } finally {
            if (!open) {
                camel.stop();
            }
            thread.setContextClassLoader(before);
        }
    }

    /** Gives the values to the component and to the route, and returns those of the route. */
    private static Properties configure(CamelContext camel, UploadSettings settings) throws ConfigurationException {
        WechatMaterialComponent component = camel.getComponent("wechat-material", WechatMaterialComponent.class);
        Properties route = new Properties();
        for (Map.Entry<String, String> setting : settings.values().entrySet()) {
            String name = setting.getKey();
            String value = setting.getValue();
            switch (name) {
                case UploadSettings.FOLDER -> {
                    UploadSettings.requireFolderName(value);
                    route.setProperty(name, value);
                }
                case UploadSettings.POLL_DELAY -> route.setProperty(name, String.valueOf(millis(name, value)));
                case UploadSettings.REQUEST_TIMEOUT -> bind(camel, component, name, requestTimeout(name, value));
                default -> bind(camel, component, name, value);
            }
        }
        camel.getPropertiesComponent().setOverrideProperties(route);
        return route;
    }

    private static long millis(String name, String value) throws ConfigurationException {
        // Camel takes some of what is no time for none
        if (!TIME.matcher(value).matches()) {
            throw new ConfigurationException(name, "is no time such as 10s: " + value);
        }
        return TimeUtils.toMilliSeconds(value);
    }

    /** Checks that the end of the uploads waits for the longest one: the next ones would take its file again. */
    private static String requestTimeout(String name, String value) throws ConfigurationException {
        long millis = millis(name, value);
        if (millis > STOP.toMillis()) {
            throw new ConfigurationException(
                    name, "is more than " + STOP.toSeconds() + " s, for which the end of the uploads waits: " + value);
        }
        return String.valueOf(millis);
    }

    /** Reports a value that is no number or no time. */
    private static void bind(CamelContext camel, WechatMaterialComponent component, String name, String value)
            throws ConfigurationException {
        try {
            PropertyBindingSupport.build().withCamelContext(camel).withTarget(component).withProperty(name, value)
                    .withReference(false).withMandatory(true).bind();
        } catch (PropertyBindingException e) {
            throw new ConfigurationException(name, "is no value of this option" + UploadSettings.shown(name, value));
        }
    }

    /**
     * Returns why files cannot be taken now, which may change without a new configuration: the folder is on a disk that
     * is not mounted yet, for example. Camel would create the folder.
     */
    Optional<String> obstacle() {
        Path path = Path.of(folder());
        if (!Files.isDirectory(path)) {
            return Optional.of(folder() + " is not a folder");
        }
        return Files.isWritable(path) ? Optional.empty() : Optional.of("files cannot be moved in " + folder());
    }

    /** {@return the time from one look into the folder to the next} */
    Duration pollDelay() {
        return Duration.ofMillis(Long.parseLong(route.getProperty(UploadSettings.POLL_DELAY)));
    }

    private String folder() {
        return route.getProperty(UploadSettings.FOLDER);
    }

    /** Starts the route, and returns whether it runs; if not, the log says why. */
    boolean start() {
        try {
            camel.getRouteController().startRoute(UploadRoutes.ID);
            started = true;
            LOG.info("Uploads from {} have started", folder());
            return true;
        } catch (Exception e) {
            LOG.error("Uploads from {} have not started", folder(), e);
            return false;
        }
    }

    /** Takes no more files, waits until those in flight are complete or out of time, and ends all threads. */
    @Override
    public void close() {
        camel.stop();
        if (started) {
            LOG.info("Uploads from {} have ended", folder());
        }
    }
}
