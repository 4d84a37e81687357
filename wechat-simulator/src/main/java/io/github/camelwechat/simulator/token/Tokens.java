package io.github.camelwechat.simulator.token;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.simulator.answer.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of all accounts, in the two worlds that do not know each other: classic and stable. Thread-safe.
 */
public final class Tokens {

    private final Map<String, App> apps = new LinkedHashMap<>();
    private final Map<String, ClassicTokens> classic = new HashMap<>();
    private final Map<String, StableTokens> stable = new HashMap<>();
    private final IssuedTokens issued = new IssuedTokens();
    private final Clock clock;

    /**
     * No tokens yet. Internal: not API.
     *
     * @param apps  the accounts that can have some
     * @param clock by which tokens age
     */
    public Tokens(Collection<App> apps, Clock clock) {
        apps.forEach(app -> this.apps.put(app.appId(), app));
        this.clock = clock;
    }

    /**
     * What {@code /cgi-bin/token} does, without HTTP.
     *
     * @param  appId a known AppID
     * @return       the new token
     */
    public synchronized IssuedToken classic(String appId) {
        Instant now = clock.instant();
        return answer(worldOf(classic, appId, new ClassicTokens()).issue(fresh(appId, now), now), now);
    }

    /**
     * What {@code /cgi-bin/stable_token} does, without HTTP.
     *
     * @param  appId a known AppID
     * @param  force {@code force_refresh}
     * @return       the current token, or a new one
     */
    public synchronized IssuedToken stable(String appId, boolean force) {
        Instant now = clock.instant();
        StableTokens world = worldOf(stable, appId, new StableTokens());
        AccessToken token
                = force ? world.forced(() -> fresh(appId, now), now) : world.normal(() -> fresh(appId, now), now);
        return answer(token, now);
    }

    /**
     * Gives out a token that belongs to neither world, as a test with a fixed token needs it. It lives 7200 s.
     *
     * @param  appId a known AppID
     * @return       its value
     */
    public synchronized String issue(String appId) {
        return fresh(known(appId), clock.instant()).value();
    }

    /**
     * Ends every token of the account as age would: calls with it are answered with 42001.
     *
     * @param appId a known AppID
     */
    public synchronized void expire(String appId) {
        Instant now = clock.instant();
        issued.of(known(appId)).forEach(token -> token.expire(now));
    }

    /**
     * Ends every token of the account as a newer one would: calls with it are answered with 40001.
     *
     * @param appId a known AppID
     */
    public synchronized void displace(String appId) {
        Instant now = clock.instant();
        issued.of(known(appId)).forEach(token -> token.displace(now));
    }

    /**
     * {@return the values of the tokens that are valid now, oldest first}
     *
     * @param appId a known AppID
     */
    public synchronized List<String> valid(String appId) {
        Instant now = clock.instant();
        return issued.of(known(appId)).stream().filter(token -> token.valid(now)).map(AccessToken::value).toList();
    }

    /** Forgets all tokens and counters, as if nobody had ever called; old tokens are then unknown (40001). */
    public synchronized void reset() {
        classic.clear();
        stable.clear();
        issued.clear();
    }

    /** {@return the AppIDs that are served} */
    public List<String> appIds() {
        return List.copyOf(apps.keySet());
    }

    /**
     * {@return the AppID} Internal: not API.
     *
     * @param appId  as the caller sent it
     * @param secret as the caller sent it
     */
    public String authenticate(String appId, String secret) {
        App app = apps.get(appId);
        if (app == null) {
            throw ApiError.gateway(40013);
        }
        if (!app.secret().equals(secret)) {
            throw ApiError.gateway(40125);
        }
        return appId;
    }

    /**
     * {@return the AppID that it belongs to} Internal: not API.
     *
     * @param value what came as {@code access_token}, null if nothing did
     */
    public synchronized String check(@Nullable String value) {
        AccessToken token = issued.find(value);
        if (token == null) {
            throw IssuedTokens.refusal(value);
        }
        token.requireValid(clock.instant(), 42001);
        return token.owner();
    }

    /**
     * {@return the AppID that it was given to, valid or not; null if it is unknown} Internal: not API.
     *
     * @param value a token
     */
    public synchronized @Nullable String ownerOf(String value) {
        AccessToken token = issued.find(value);
        return token == null ? null : token.owner();
    }

    private AccessToken fresh(String appId, Instant now) {
        return issued.fresh(appId, now, AccessToken.LIFETIME);
    }

    private <T> T worldOf(Map<String, T> worlds, String appId, T none) {
        return worlds.computeIfAbsent(known(appId), id -> none);
    }

    private String known(String appId) {
        if (!apps.containsKey(appId)) {
            throw new UnknownAppException(appId, apps.keySet());
        }
        return appId;
    }

    private static IssuedToken answer(AccessToken token, Instant now) {
        return new IssuedToken(token.value(), token.remaining(now).toSeconds());
    }
}
