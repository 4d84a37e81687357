package io.github.camelwechat.ftp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.ftp.server.FolderServer;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.Main;

/** Routes in an application that runs, with the settings of the example and, of these, others for the test. */
final class Application implements AutoCloseable {

    static final String PASSWORD = "pass&word+";

    private final Main main = new Main();

    Application(Map<String, String> settings, RoutesBuilder... routes) {
        settings.forEach(main::addOverrideProperty);
        main.configure().setShutdownTimeout(5);
        main.configure().setRoutesBuilders(List.of(routes));
        main.start();
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    /** The settings for one of the servers, by the name of its protocol. */
    static Map<String, String> settings(String protocol, FolderServer server, String wechat) {
        return new HashMap<>(
                Map.of(
                        protocol
                       + ".server", server.address(),
                        protocol + ".user", FolderServer.USER,
                        protocol + ".password", PASSWORD,
                        protocol + ".folder", "pictures",
                        "poll.delay", "50",
                        "upload.retryDelay", "50",
                        "camel.component.wechat-material.app-id", "wxdemo",
                        "camel.component.wechat-material.secret", "secret",
                        "camel.component.wechat-material.api-url", wechat));
    }

    @Override
    public void close() {
        main.stop();
    }
}
