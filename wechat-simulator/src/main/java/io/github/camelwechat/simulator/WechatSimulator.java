package io.github.camelwechat.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.camelwechat.simulator.answer.AnswerShape;
import io.github.camelwechat.simulator.api.Interfaces;
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
            server.start(
                    new HostGuard(builder.allowedHosts()),
                    // pages may show the pictures, as they do WeChat's; they cannot read them
                    new DownloadHandler(libraries),
                    new OriginGuard(),
                    new ControlHandler(
                            new Control(
                                    tokens, libraries, accounts, platforms, switches, faults, journal, clock, this::reset)),
                    new ApiHandler(
                            new Gateway(interfaces, new Callers(tokens, accounts, platforms), switches), faults, journal,
                            new AnswerShape(clock, builder.seed()), server.scheduler()));
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
                    "The folder " + builder.data() + " cannot be used, " + reason(e) + ": give another", e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static String reason(IOException e) {
        if (!(e instanceof FileSystemException inFile)) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return inFile.getFile() + " is a file";
        }
        if (e instanceof AccessDeniedException) {
            return "there is no permission for " + inFile.getFile();
        }
        return inFile.getFile() + ": " + (inFile.getReason() == null ? "it cannot be read or written" : inFile.getReason());
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
     * pushes are forgotten. Tokens, tickets, authorizations and the clock stay as they are.
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
        try (libraries) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
