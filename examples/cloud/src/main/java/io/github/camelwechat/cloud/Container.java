package io.github.camelwechat.cloud;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;

/** The application in its container, from its start to its end. */
final class Container implements AutoCloseable {

    /** Few, so that files wait for their turn. */
    static final int MAX_CONCURRENT_REQUESTS = 2;

    private static final String COMPONENT = "camel.component.wechat-material.";
    /** Longer than requestTimeout: an upload that hangs is in the log then, with its reason. */
    private static final int PATIENCE_SECONDS = 150;

    private final Main main = new Main();

    /**
     * Starts the application.
     *
     * @param account    its alias: the way that it calls WeChat
     * @param serviceUrl of the open interface service
     * @param apiUrl     of WeChat
     * @param tokenFile  of the hosting
     * @param port       where it listens
     * @param folder     for its inbox
     */
    Container(String account, String serviceUrl, String apiUrl, Path tokenFile, int port, Path folder) {
        main.configure().addRoutesBuilder(new CloudRoutes());
        main.addOverrideProperty("upload.account", account);
        main.addOverrideProperty(COMPONENT + "accounts[service].api-url", serviceUrl);
        main.addOverrideProperty(COMPONENT + "accounts[token].api-url", apiUrl);
        main.addOverrideProperty(COMPONENT + "accounts[token].cloud-file", tokenFile.toString());
        main.addOverrideProperty(COMPONENT + "max-concurrent-requests", String.valueOf(MAX_CONCURRENT_REQUESTS));
        main.addOverrideProperty("upload.folder", folder.resolve("inbox").toString());
        main.addOverrideProperty("upload.poll-delay", "200");
        main.addOverrideProperty("camel.server.port", String.valueOf(port));
        main.start();
    }

    /**
     * Returns a condition: these files are in .done or in .failed. The names matter, as the event of an earlier file
     * may still be under way, and is then told to the new condition too.
     */
    NotifyBuilder files(List<String> names) {
        return new NotifyBuilder(main.getCamelContext()).fromRoute("folder")
                .filter(exchange -> names.contains(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class)))
                .whenDone(names.size()).create();
    }

    /** Waits until files have come to their end. */
    static void await(NotifyBuilder files) {
        if (!files.matches(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Not all files are in .done or .failed after " + PATIENCE_SECONDS + " s");
        }
    }

    @Override
    public void close() {
        main.stop();
    }
}
