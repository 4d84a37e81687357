package io.github.camelwechat.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.simulator.platform.Platform;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;

/** The application of a service provider, from its start to its end. */
final class Provider implements AutoCloseable {

    /** Few, so that files wait for their turn. */
    static final int MAX_CONCURRENT_REQUESTS = 2;

    private static final String COMPONENT = "camel.component.wechat-material.";
    private static final String PLATFORM = COMPONENT + "platforms[my-platform].";
    private static final int PATIENCE_SECONDS = 60;

    private final Main main = new Main();
    private final URI address;

    /**
     * Starts the application.
     *
     * @param wechat   the address of its WeChat
     * @param platform with the token and the key that its owner has set there
     * @param secret   of the platform
     * @param port     where it listens
     * @param folder   for its store and its inbox
     */
    Provider(String wechat, Platform platform, String secret, int port, Path folder) {
        address = URI.create("http://127.0.0.1:" + port);
        main.configure().addRoutesBuilder(new PlatformRoutes());
        main.addOverrideProperty(PLATFORM + "app-id", platform.appId());
        main.addOverrideProperty(PLATFORM + "secret", secret);
        main.addOverrideProperty(PLATFORM + "token", platform.messageToken());
        main.addOverrideProperty(PLATFORM + "secret-key", platform.encodingAesKey());
        main.addOverrideProperty(PLATFORM + "store", "file:" + folder.resolve("store"));
        main.addOverrideProperty(PLATFORM + "max-concurrent-requests", String.valueOf(MAX_CONCURRENT_REQUESTS));
        main.addOverrideProperty(COMPONENT + "api-url", wechat);
        main.addOverrideProperty("upload.folder", folder.resolve("inbox").toString());
        main.addOverrideProperty("upload.poll-delay", "200");
        main.addOverrideProperty("platform.url", address.toString());
        main.addOverrideProperty("camel.server.port", String.valueOf(port));
        main.start();
    }

    /** {@return the page on which an administrator begins} */
    URI page() {
        return address.resolve("/wechat/authorize");
    }

    /** {@return the address for WeChat's pushes} */
    static String pushUrl(int port) {
        return "http://127.0.0.1:" + port + "/wechat/push";
    }

    /** {@return a condition: that number of files, counted from now on, are in .done, in .failed, or stay} */
    NotifyBuilder files(int number) {
        return new NotifyBuilder(main.getCamelContext()).fromRoute("upload").whenDone(number).create();
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
