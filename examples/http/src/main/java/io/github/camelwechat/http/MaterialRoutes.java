package io.github.camelwechat.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

import io.vertx.core.VertxOptions;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Two ways in by HTTP: a form with the file, and the address of a picture. */
public class MaterialRoutes extends RouteBuilder {

    private static final FetchLimits LIMITS
            = new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 3);

    private static final ServerLimits SERVER_LIMITS = new ServerLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(75), Duration.ofSeconds(10), Duration.ofSeconds(120));

    private final DnsResolver names;
    private final FetchLimits limits;
    private final ServerLimits serverLimits;

    public MaterialRoutes() {
        this(SystemDefaultDnsResolver.INSTANCE, LIMITS, SERVER_LIMITS);
    }

    MaterialRoutes(DnsResolver names, FetchLimits limits, ServerLimits serverLimits) {
        this.names = names;
        this.limits = limits;
        this.serverLimits = serverLimits;
    }

    @Override
    public void configure() throws Exception {
        AllowedHosts hosts = AllowedHosts.of(getContext().resolvePropertyPlaceholders("{{fetch.hosts}}"));
        FetchSteps steps = new FetchSteps(hosts, limits);
        ScheduledExecutorService timer
                = getContext().getExecutorServiceManager().newScheduledThreadPool(this, "FetchDeadline", 1);
        FetchClient client = new FetchClient(hosts, new FetchSlots(workers(), hosts.size()), limits, timer);
        bindToRegistry("fetchClient", client);
        DnsResolver inTime
                = new TimedResolver(names, TimedResolver.threads(getContext(), Math.max(1, hosts.size())), limits.connect());
        bindToRegistry("fetchConnections", client.connections(new GuardedResolver(inTime, hosts)));
        LateHttpServer server = new LateHttpServer(
                getContext().getRegistry().findSingleByType(VertxPlatformHttpServerConfiguration.class), serverLimits);
        VertxPlatformHttpEngine engine = new VertxPlatformHttpEngine();
        engine.setHandlers(List.of(Reception::end, Connections::hold));
        bindToRegistry(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, engine);
        getContext().addService(server, true, true);
        getContext().addStartupListener(server);

        // the client is told; a stack trace here would say no more
        onException(Exception.class).handled(true).logExhausted(false)
                .process(new ProblemAnswer());

        from("platform-http:/materials?httpMethodRestrict=POST&consumes=multipart/form-data").routeId("form")
                .process(new UploadForm())
                .to("wechat-material:default")
                .process(new StoredAnswer());

        from("platform-http:/materials/from-url?httpMethodRestrict=POST&consumes=application/json").routeId("from-url")
                .streamCache("false")
                .process(new FetchRequest(steps))
                .loopDoWhile(header(Exchange.HTTP_URI).isNotNull())
                .to("http:list-of-hosts?clientConnectionManager=#fetchConnections&httpClientConfigurer=#fetchClient"
                    + "&throwExceptionOnFailure=false&disableStreamCache=true&copyHeaders=false&skipRequestHeaders=true")
                .process(new FetchAnswer(steps))
                .end()
                .to("wechat-material:default?type=image")
                .process(new StoredAnswer());
    }

    private int workers() {
        VertxOptions options = getContext().getRegistry().findSingleByType(VertxOptions.class);
        return options == null ? VertxOptions.DEFAULT_WORKER_POOL_SIZE : options.getWorkerPoolSize();
    }
}
