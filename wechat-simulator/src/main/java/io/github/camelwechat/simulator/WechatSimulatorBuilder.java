package io.github.camelwechat.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.github.camelwechat.simulator.cloud.CloudEnvironment;
import io.github.camelwechat.simulator.http.HostGuard;
import io.github.camelwechat.simulator.http.KeyStoreFile;
import io.github.camelwechat.simulator.library.Caps;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.rule.Account;
import io.github.camelwechat.simulator.rule.Switches;
import io.github.camelwechat.simulator.token.App;
import org.jspecify.annotations.Nullable;

/** What a {@link WechatSimulator} is made with. Not thread-safe. */
public final class WechatSimulatorBuilder {

    private static final int LAST_PORT = 65535;

    private final Map<String, App> apps = new LinkedHashMap<>();
    private final Map<String, Consumer<Account>> accounts = new LinkedHashMap<>();
    private final Map<String, App> platforms = new LinkedHashMap<>();
    private final Map<String, Consumer<Platform>> platformSettings = new LinkedHashMap<>();
    private Consumer<Switches> switches = none -> {
    };
    private final Set<String> allowedHosts = new LinkedHashSet<>();
    private @Nullable CloudEnvironment cloud;
    private @Nullable KeyStoreFile https;
    private int port;
    private @Nullable Path data;
    private Clock clock = Clock.systemUTC();
    private Caps caps = Caps.DOCUMENTED;
    private long seed = 1;

    WechatSimulatorBuilder() {
    }

    /**
     * Adds an account; at least one is needed, and several may be given.
     *
     * @param  appId  1 to 64 letters, digits, {@code _} or {@code -}
     * @param  secret its AppSecret
     * @return        this
     */
    public WechatSimulatorBuilder app(String appId, String secret) {
        return add(apps, appId, secret);
    }

    /**
     * Adds a third-party platform, which accounts can authorize.
     *
     * @param  appId  its {@code component_appid}, not that of an account: 1 to 64 letters, digits, {@code _} or
     *                {@code -}
     * @param  secret its AppSecret
     * @return        this
     */
    public WechatSimulatorBuilder platform(String appId, String secret) {
        return add(platforms, appId, secret);
    }

    /**
     * Sets what the owner of a third-party platform sets in its console, and the lives of its tokens, at the start and
     * at each reset.
     *
     * @param  appId    of a platform that is added, before or afterwards
     * @param  settings for example {@code platform -> platform.callbackUrl("http://127.0.0.1:8080/wechat")}
     * @return          this
     */
    public WechatSimulatorBuilder platform(String appId, Consumer<Platform> settings) {
        platformSettings.merge(appId, settings, Consumer::andThen);
        return this;
    }

    /**
     * Adds a cloud hosting with a free port and without a token file.
     *
     * @param  owner the AppID of an account or third-party platform that is added, before or afterwards
     * @return       this
     */
    public WechatSimulatorBuilder cloud(String owner) {
        return cloud(CloudEnvironment.ownedBy(owner));
    }

    /**
     * Adds a cloud hosting, in place of one that was added before.
     *
     * @param  environment of an account or third-party platform that is added, before or afterwards
     * @return             this
     */
    public WechatSimulatorBuilder cloud(CloudEnvironment environment) {
        cloud = Objects.requireNonNull(environment, "environment");
        return this;
    }

    private WechatSimulatorBuilder add(Map<String, App> to, String appId, String secret) {
        if (apps.containsKey(appId) || platforms.containsKey(appId)) {
            throw new IllegalArgumentException("App '" + appId + "' is given twice");
        }
        to.put(appId, new App(appId, secret));
        return this;
    }

    /**
     * Sets what an account may do, how often and from where, at the start and at each reset.
     *
     * @param  appId of an account that is added, before or afterwards
     * @param  rules for example {@code account -> account.dailyLimit("/cgi-bin/material/add_material", 100)}
     * @return       this
     */
    public WechatSimulatorBuilder account(String appId, Consumer<Account> rules) {
        accounts.merge(appId, rules, Consumer::andThen);
        return this;
    }

    /**
     * Sets switches, at the start and at each reset.
     *
     * @param  settings for example {@code switches -> switches.videosListedByTitle(true)}
     * @return          this
     */
    public WechatSimulatorBuilder switches(Consumer<Switches> settings) {
        switches = switches.andThen(settings);
        return this;
    }

    /**
     * Serves by HTTPS, all of it; without this by HTTP.
     *
     * @param  keyStore with a private key and its certificate, for example made by {@code keytool -genkeypair}
     * @param  password of the key store and of the key
     * @return          this
     */
    public WechatSimulatorBuilder https(Path keyStore, String password) {
        https = new KeyStoreFile(keyStore, password);
        return this;
    }

    /**
     * Listens on that port of 127.0.0.1.
     *
     * @param  port where to listen; 0, the default, chooses one that is free
     * @return      this
     */
    public WechatSimulatorBuilder port(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("Port " + port + " is not between 0 and " + LAST_PORT);
        }
        this.port = port;
        return this;
    }

    /**
     * Serves requests that call the simulator by that name. Without this, only those whose header Host is
     * {@code localhost}, an address of 127.0.0.0/8 or {@code [::1]} are served. Allow only names whose DNS you trust.
     *
     * @param  host for example {@code wechat.test}, with any port; several may be given
     * @return      this
     */
    public WechatSimulatorBuilder allowHost(String host) {
        allowedHosts.add(HostGuard.requireHost(host));
        return this;
    }

    /**
     * Keeps the materials in a folder.
     *
     * @param  data the folder that keeps materials over a restart, made if it is not there, for one simulator at a
     *              time; null, the default, for materials that go with the simulator
     * @return      this
     */
    public WechatSimulatorBuilder data(@Nullable Path data) {
        this.data = data;
        return this;
    }

    /**
     * Lets the simulator's time follow another clock.
     *
     * @param  clock what the simulator's time starts from; the system's by default
     * @return       this
     */
    public WechatSimulatorBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Limits how much fits into each library.
     *
     * @param  caps how much fits into each library: {@link Caps#DOCUMENTED} by default; more is refused with 45034
     * @return      this
     */
    public WechatSimulatorBuilder caps(Caps caps) {
        this.caps = Objects.requireNonNull(caps, "caps");
        return this;
    }

    /**
     * Varies what is made up in answers.
     *
     * @param  seed decides the sequence of Content-Types, hints and rids; 1 by default
     * @return      this
     */
    public WechatSimulatorBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** {@return a simulator that listens; to be closed} */
    public WechatSimulator start() {
        if (apps.isEmpty()) {
            throw new IllegalStateException("The simulator needs an account: .app(\"wxdemo\", \"secret\")");
        }
        try {
            return new WechatSimulator(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    Collection<App> apps() {
        return List.copyOf(apps.values());
    }

    Map<String, Consumer<Account>> accounts() {
        return accounts;
    }

    Collection<App> platforms() {
        return List.copyOf(platforms.values());
    }

    Map<String, Consumer<Platform>> platformSettings() {
        return platformSettings;
    }

    @Nullable
    CloudEnvironment cloud() {
        return cloud;
    }

    Consumer<Switches> switches() {
        return switches;
    }

    @Nullable
    KeyStoreFile https() {
        return https;
    }

    int port() {
        return port;
    }

    Set<String> allowedHosts() {
        return Set.copyOf(allowedHosts);
    }

    @Nullable
    Path data() {
        return data;
    }

    Clock clock() {
        return clock;
    }

    Caps caps() {
        return caps;
    }

    long seed() {
        return seed;
    }
}
