package io.github.camelwechat.simulator.cloud;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.journal.Channel;
import io.github.camelwechat.simulator.platform.TokenLife;
import io.github.camelwechat.simulator.rule.ServedPaths;
import io.github.camelwechat.simulator.token.UnknownAppException;
import org.jspecify.annotations.Nullable;

/**
 * An environment of the cloud hosting: its side channel, its path list and its WeChat tokens. A reset of the simulator
 * brings back the settings of the builder; tokens go on. Thread-safe.
 */
public final class CloudHosting {

    private static final Set<String> ALL_PATHS = Set.of("/*");

    private final String owner;
    private final String url;
    private final Collection<String> appIds;
    private final ServedPaths served;
    private final Clock clock;
    private final CloudTokens tokens;
    private ServiceState service = ServiceState.ON;
    private Set<String> allowedPaths = ALL_PATHS;
    private Set<String> sharedWith = Set.of();
    private Instant readyAt = Instant.MIN;
    private boolean sequenceIds = true;

    /**
     * An environment whose tokens are still to come. Internal: not API.
     *
     * @param owner     an AppID
     * @param url       of the side channel
     * @param tokenFile null for none
     * @param appIds    the accounts that it can be shared with
     * @param served    the paths of the interfaces
     * @param clock     ages its tokens
     */
    public CloudHosting(String owner, String url, @Nullable Path tokenFile, Collection<String> appIds, ServedPaths served,
                        Clock clock) {
        this.owner = owner;
        this.url = url;
        this.appIds = appIds;
        this.served = served;
        this.clock = clock;
        this.tokens = new CloudTokens(owner, clock, tokenFile == null ? null : new TokenFile(tokenFile));
    }

    /** {@return the AppID of the account or third-party platform that it belongs to} */
    public String owner() {
        return owner;
    }

    /**
     * {@return the address of the side channel, for example {@code http://127.0.0.1:8090}, without a slash at the end}
     */
    public String url() {
        return url;
    }

    /** {@return the WeChat tokens} */
    public CloudTokens tokens() {
        return tokens;
    }

    /**
     * Switches the open interface service.
     *
     * @param  to {@link ServiceState#ON} at first
     * @return    this
     */
    public synchronized CloudHosting service(ServiceState to) {
        service = Objects.requireNonNull(to, "service");
        return this;
    }

    /** {@return the state of the open interface service} */
    public synchronized ServiceState service() {
        return service;
    }

    /**
     * Sets the path list of the console: cloud calls of others are answered with 85107.
     *
     * @param  paths those of interfaces, or with an asterisk at the end all that begin so; {@code /*} at first; others
     *               are refused with an {@link IllegalArgumentException}
     * @return       this
     */
    public synchronized CloudHosting allowedPaths(Collection<String> paths) {
        paths.forEach(served::requireAny);
        allowedPaths = Set.copyOf(paths);
        return this;
    }

    /** {@return the path list} */
    public synchronized SortedSet<String> allowedPaths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(allowedPaths));
    }

    /**
     * Lets other accounts of the owner's company use the environment: requests name them in {@code from_appid}.
     *
     * @param  accounts of the simulator; none at first, and 85105 for others
     * @return          this
     */
    public synchronized CloudHosting sharedWith(Collection<String> accounts) {
        accounts.stream().filter(account -> !appIds.contains(account)).findFirst().ifPresent(unknown -> {
            throw new UnknownAppException(unknown, appIds);
        });
        sharedWith = Set.copyOf(accounts);
        return this;
    }

    /** {@return the accounts, beside the owner, that use the environment} */
    public synchronized SortedSet<String> sharedWith() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(sharedWith));
    }

    /**
     * Answers cloud calls with 85113 for a while, by the simulated clock, as after a first deployment.
     *
     * @param  time from now on; zero for no longer
     * @return      this
     */
    public synchronized CloudHosting notReadyFor(Duration time) {
        requireShort(time);
        readyAt = clock.instant().plus(time);
        return this;
    }

    /** {@return false if cloud calls are answered with 85113} */
    public synchronized boolean ready() {
        return !clock.instant().isBefore(readyAt);
    }

    /**
     * Leaves {@code x-openapi-seqid} out of the answers of the side process.
     *
     * @param  on true at first
     * @return    this
     */
    public synchronized CloudHosting sequenceIds(boolean on) {
        sequenceIds = on;
        return this;
    }

    /** {@return true if the answers of the side process carry {@code x-openapi-seqid}} */
    public synchronized boolean sequenceIds() {
        return sequenceIds;
    }

    /**
     * Sets the life of the WeChat tokens that are issued from now on.
     *
     * @param  life two hours and a grace of ten minutes at first; its grace is shorter than its lifetime
     * @return      this
     */
    public CloudHosting tokenLife(TokenLife life) {
        if (life.grace().compareTo(life.lifetime()) >= 0) {
            throw new IllegalArgumentException(
                    "The grace of a WeChat token must be shorter than its life, not " + life.grace() + " of "
                                               + life.lifetime());
        }
        tokens.life(life);
        return this;
    }

    /**
     * Sets all that the console has, or nothing if any of it is wrong. Internal: not API.
     *
     * @param to       the state of the service
     * @param paths    the path list
     * @param accounts that share the environment
     * @param notReady for how long from now on; null leaves it as it is
     * @param ids      whether answers carry sequence ids
     */
    public synchronized void change(
            ServiceState to, Collection<String> paths, Collection<String> accounts,
            @Nullable Duration notReady, boolean ids) {
        paths.forEach(served::requireAny);
        if (notReady != null) {
            requireShort(notReady);
        }
        sharedWith(accounts).allowedPaths(paths).service(to).sequenceIds(ids);
        if (notReady != null) {
            notReadyFor(notReady);
        }
    }

    private static void requireShort(Duration time) {
        if (time.isNegative() || time.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("The time must be 0 to 1 day, not " + time);
        }
    }

    /** {@return the way that requests of the side channel take now} Internal: not API. */
    public Channel channel() {
        return service().channel();
    }

    /**
     * Issues the first token. Internal: not API.
     *
     * @throws IOException if it cannot be written into the file
     */
    public void begin() throws IOException {
        tokens.replace();
    }

    /** Rotates the token file if it is time. Internal: not API. */
    public void rotateDueToken() {
        tokens.rotateIfDue();
    }

    /** Sets back what can be set. Internal: not API. */
    public synchronized void reset() {
        service = ServiceState.ON;
        allowedPaths = ALL_PATHS;
        sharedWith = Set.of();
        readyAt = Instant.MIN;
        sequenceIds = true;
        tokens.life(CloudTokens.LIFE);
    }

    /** Refuses cloud calls that come too early, or for a path that is not on the list. */
    void requireOpen(String path) {
        ApiError.requireAtGateway(ready(), 85113);
        ApiError.requireAtGateway(allowedPaths().stream().anyMatch(allowed -> ServedPaths.matches(allowed, path)), 85107);
    }
}
