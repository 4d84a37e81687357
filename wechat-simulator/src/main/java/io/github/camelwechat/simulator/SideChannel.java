package io.github.camelwechat.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.cloud.CloudCalls;
import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.http.HostGuard;
import io.github.camelwechat.simulator.http.LocalServer;
import io.github.camelwechat.simulator.http.OriginGuard;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.rule.ServedPaths;
import io.github.camelwechat.simulator.time.SimulatedClock;
import io.github.camelwechat.simulator.token.UnknownAppException;
import org.eclipse.jetty.server.Handler;

/** The cloud hosting on a port of its own, by plain HTTP. */
final class SideChannel implements AutoCloseable {

    /** The name by which containers call it. */
    private static final String WECHAT = "api.weixin.qq.com";
    private static final long ROTATION_CHECK_MILLIS = 100;

    private final CloudEnvironment environment;
    private final LocalServer server;
    private final CloudHosting hosting;
    private final CloudCalls calls;

    /** Takes the port; nothing is served before {@link #start}. */
    SideChannel(CloudEnvironment environment, List<String> appIds, Platforms platforms, ServedPaths served,
                SimulatedClock clock) throws IOException {
        String owner = environment.owner();
        if (!appIds.contains(owner) && platforms.find(owner).isEmpty()) {
            throw new UnknownAppException(owner, Stream.concat(appIds.stream(), platforms.appIds().stream()).toList());
        }
        this.environment = environment;
        this.server = new LocalServer(environment.port(), null);
        this.hosting = new CloudHosting(owner, server.url(), environment.tokenFile(), appIds, served, clock);
        this.calls = new CloudCalls(hosting, appIds, platforms);
    }

    CloudHosting hosting() {
        return hosting;
    }

    CloudCalls calls() {
        return calls;
    }

    void reset() {
        hosting.reset();
        environment.settings().accept(hosting);
    }

    /** Writes the token file, then serves. */
    void start(Set<String> allowedHosts, Handler api, ScheduledExecutorService scheduler) throws IOException {
        try {
            hosting.begin();
        } catch (IOException e) {
            throw new IOException(
                    "The token file " + environment.tokenFile() + " cannot be written, " + FileTrouble.reason(e)
                                  + ": give another",
                    e);
        }
        server.start(
                new HostGuard(Stream.concat(allowedHosts.stream(), Stream.of(WECHAT)).collect(Collectors.toSet())),
                new OriginGuard(), api);
        scheduler.scheduleWithFixedDelay(
                hosting::rotateDueToken, ROTATION_CHECK_MILLIS, ROTATION_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
