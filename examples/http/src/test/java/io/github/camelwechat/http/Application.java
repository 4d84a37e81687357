package io.github.camelwechat.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.main.Main;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** The application in this Java, on a port of its own. */
final class Application implements AutoCloseable {

    static final FetchLimits LIMITS
            = new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 3);

    static final ServerLimits SERVER_LIMITS = new ServerLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(75), Duration.ofSeconds(10), Duration.ofSeconds(120));

    private final Main main = new Main();
    private final Path uploads;

    /** With the routes as they are. */
    Application(String wechat) throws Exception {
        this(wechat, "", SystemDefaultDnsResolver.INSTANCE, LIMITS);
    }

    Application(String wechat, String hosts, DnsResolver names, FetchLimits limits) throws Exception {
        this(wechat, hosts, names, limits, SERVER_LIMITS);
    }

    /** With other limits of the HTTP server. */
    Application(String wechat, ServerLimits limits) throws Exception {
        this(wechat, "", SystemDefaultDnsResolver.INSTANCE, LIMITS, limits);
    }

    private Application(
                        String wechat, String hosts, DnsResolver names, FetchLimits limits, ServerLimits serverLimits)
                                                                                                                       throws Exception {
        uploads = Files.createTempDirectory("uploads");
        main.configure().addRoutesBuilder(new MaterialRoutes(names, limits, serverLimits));
        main.addOverrideProperty("camel.component.wechat-material.app-id", WechatSimulatorExtension.APP_ID);
        main.addOverrideProperty("camel.component.wechat-material.secret", WechatSimulatorExtension.SECRET);
        main.addOverrideProperty("camel.component.wechat-material.api-url", wechat);
        main.addOverrideProperty("camel.beans.server.bind-port", "0");
        main.addOverrideProperty("camel.beans.server.body-handler.uploads-directory", uploads.toString());
        main.addOverrideProperty("fetch.hosts", hosts);
        main.start();
    }

    String url() {
        return "http://127.0.0.1:" + main.getCamelContext().hasService(LateHttpServer.class).getPort();
    }

    /** Names a picture to be fetched. */
    HttpResponse<String> fetch(String picture) throws Exception {
        return new Client(url()).name(picture);
    }

    /** What of uploads is still on the disk. */
    long uploads() throws IOException {
        // not walk, which fails on a file that goes meanwhile
        try (Stream<Path> files = Files.list(uploads)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Override
    public void close() throws IOException {
        main.stop();
        if (uploads() == 0) {
            try (Stream<Path> folders = Files.walk(uploads)) {
                for (Path folder : folders.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(folder);
                }
            }
        }
    }
}
