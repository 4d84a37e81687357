package io.github.camelwechat.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.camelwechat.simulator.answer.AnswerShape;
import io.github.camelwechat.simulator.api.Interfaces;
import io.github.camelwechat.simulator.cloud.CloudCalls;
import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.control.Control;
import io.github.camelwechat.simulator.fault.Faults;
import io.github.camelwechat.simulator.http.ApiHandler;
import io.github.camelwechat.simulator.http.Callers;
import io.github.camelwechat.simulator.http.ControlHandler;
import io.github.camelwechat.simulator.http.DownloadHandler;
import io.github.camelwechat.simulator.http.Gateway;
import io.github.camelwechat.simulator.http.HostGuard;
import io.github.camelwechat.simulator.http.LocalServer;
import io.github.camelwechat.simulator.http.OriginGuard;
import io.github.camelwechat.simulator.journal.Journal;
import io.github.camelwechat.simulator.library.FolderInUseException;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.rule.Account;
import io.github.camelwechat.simulator.rule.Accounts;
import io.github.camelwechat.simulator.rule.ServedPaths;
import io.github.camelwechat.simulator.rule.Switches;
import io.github.camelwechat.simulator.time.SimulatedClock;
import io.github.camelwechat.simulator.token.App;
import io.github.camelwechat.simulator.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The material interfaces of the WeChat Official Account API on 127.0.0.1: strict, with a memory, able to fail on
 * command.
 *
 * <pre>
 * try (WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "secret").start()) {
 *     // point the client at wechat.url()
 * }
 * </pre>
 *
 * Thread-safe.
 */
public final class WechatSimulator implements AutoCloseable {

    private static final long TICKET_CHECK_MILLIS = 100;

    private final SimulatedClock clock;
    private final Tokens tokens;
    private final Libraries libraries;
    private final Accounts accounts;
    private final Switches switches;
    private final Consumer<Switches> switchSettings;
    private final Platforms platforms;
    private final Interfaces interfaces;
    private final Faults faults;
    private final Journal journal;
    private final LocalServer server;
    private final @Nullable SideChannel sideChannel;

    WechatSimulator(WechatSimulatorBuilder builder) throws IOException {
        Collection<App> apps = builder.apps();
        clock = new SimulatedClock(builder.clock());
        tokens = new Tokens(apps, clock);
        ServedPaths served = new ServedPaths(this::paths);
        journal = new Journal(clock, served::has);
        accounts = new Accounts(tokens.appIds(), clock, new ServedPaths(this::accountPaths), builder.accounts());
        switches = new Switches();
        switchSettings = builder.switches();
        platforms = new Platforms(
                builder.platforms(), tokens.appIds(), builder.platformSettings(), clock, switches.platform());
        server = new LocalServer(builder.port(), builder.https());
        libraries = librariesOrNoServer(builder);
        interfaces = new Interfaces(tokens, libraries, accounts, switches, platforms, journal, clock, url());
        faults = new Faults(served);
        sideChannel = sideChannelOrNoServer(builder, served);
        startOrClose(builder);
    }

    private Set<String> paths() {
        return interfaces.paths();
    }

    private Set<String> accountPaths() {
        return interfaces.accountPaths();
    }

    private void startOrClose(WechatSimulatorBuilder builder) throws IOException {
        try {
            applyRules();
            CloudHosting cloud = sideChannel == null ? null : sideChannel.hosting();
            CloudCalls cloudCalls = sideChannel == null ? null : sideChannel.calls();
            Gateway gateway = new Gateway(interfaces, new Callers(tokens, accounts, platforms, cloudCalls), switches);
            AnswerShape shape = new AnswerShape(clock, builder.seed());
            server.start(
                    new HostGuard(builder.allowedHosts()),
                    // pages may show the pictures, as they do WeChat's; they cannot read them
                    new DownloadHandler(libraries),
                    new OriginGuard(),
                    new ControlHandler(
                            new Control(
                                    tokens, libraries, accounts, platforms, cloud, switches, faults, journal, clock,
                                    this::reset)),
                    new ApiHandler(gateway, faults, journal, shape, server.scheduler(), null));
            if (sideChannel != null) {
                sideChannel.start(
                        builder.allowedHosts(), new ApiHandler(gateway, faults, journal, shape, server.scheduler(), cloud),
                        server.scheduler());
            }
            server.scheduler().scheduleWithFixedDelay(
                    platforms::pushDueTickets, TICKET_CHECK_MILLIS, TICKET_CHECK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void applyRules() {
        accounts.reset();
        switches.reset();
        switchSettings.accept(switches);
        platforms.reset();
        if (sideChannel != null) {
            sideChannel.reset();
        }
    }

    private Libraries librariesOrNoServer(WechatSimulatorBuilder builder) throws IOException {
        try {
            return new Libraries(tokens.appIds(), builder.data(), builder.caps(), clock);
        } catch (IOException e) {
            server.close();
            if (builder.data() == null || e instanceof FolderInUseException) {
                throw e;
            }
            throw new IOException(
                    "The folder " + builder.data() + " cannot be used, " + FileTrouble.reason(e) + ": give another", e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private @Nullable SideChannel sideChannelOrNoServer(WechatSimulatorBuilder builder, ServedPaths served)
            throws IOException {
        CloudEnvironment environment = builder.cloud();
        try {
            return environment == null
                    ? null : new SideChannel(environment, tokens.appIds(), platforms, served, clock);
        } catch (IOException | RuntimeException e) {
            try (libraries) {
                server.close();
            }
            throw e;
        }
    }

    /** {@return what a simulator is made with} */
    public static WechatSimulatorBuilder builder() {
        return new WechatSimulatorBuilder();
    }

    /** {@return where it listens, for example {@code http://127.0.0.1:8089}, without a slash at the end} */
    public String url() {
        return server.url();
    }

    /** {@return what goes wrong on command} */
    public Faults faults() {
        return faults;
    }

    /** {@return what was asked and answered} */
    public Journal journal() {
        return journal;
    }

    /**
     * {@return its materials}
     *
     * @param appId one of the accounts that the simulator was made with
     */
    public Library library(String appId) {
        return libraries.of(appId);
    }

    /**
     * {@return what it may do, how often and from where}
     *
     * @param appId one of the accounts that the simulator was made with
     */
    public Account account(String appId) {
        return accounts.of(appId);
    }

    /**
     * {@return a third-party platform}
     *
     * @param appId one of the platforms that the simulator was made with
     */
    public Platform platform(String appId) {
        return platforms.of(appId);
    }

    /** {@return the cloud hosting; an {@link IllegalStateException} is thrown if the simulator was made without one} */
    public CloudHosting cloud() {
        if (sideChannel == null) {
            throw new IllegalStateException("The simulator has no cloud hosting: .cloud(\"wxdemo\") in its builder");
        }
        return sideChannel.hosting();
    }

    boolean hasCloud() {
        return sideChannel != null;
    }

    /** {@return what can be switched for all accounts} */
    public Switches switches() {
        return switches;
    }

    /** {@return the simulator's time, which can be moved forward} */
    public SimulatedClock clock() {
        return clock;
    }

    /** {@return the access tokens of all accounts} */
    public Tokens tokens() {
        return tokens;
    }

    /**
     * Forgets faults, the journal and all materials, those in a folder too. Quotas, permissions and switches are as the
     * builder has set them, and nothing has been called yet. So are the settings of third-party platforms, and their
     * pushes are forgotten, and those of the cloud hosting. Tokens, tickets, authorizations and the clock stay as they
     * are.
     */
    public void reset() {
        faults.clear();
        journal.clear();
        libraries.reset();
        applyRules();
    }

    /** Stops listening. Materials in a folder of the user's stay, others are gone. */
    @Override
    public void close() {
        try (libraries; sideChannel) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
