package io.github.camelwechat.simulator.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.camelwechat.simulator.answer.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of all accounts, in the two worlds that do not know each other: classic and stable. Thread-safe.
 */
public final class Tokens {

    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("[0-9]+_[A-Za-z0-9_-]{20,500}");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int LENGTH = 136;

    private final Map<String, App> apps = new LinkedHashMap<>();
    private final Map<String, ClassicTokens> classic = new HashMap<>();
    private final Map<String, StableTokens> stable = new HashMap<>();
    private final Map<String, AccessToken> issued = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
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
        of(known(appId)).forEach(token -> token.expire(now));
    }

    /**
     * Ends every token of the account as a newer one would: calls with it are answered with 40001.
     *
     * @param appId a known AppID
     */
    public synchronized void displace(String appId) {
        Instant now = clock.instant();
        of(known(appId)).forEach(token -> token.displace(now));
    }

    /**
     * {@return the values of the tokens that are valid now, oldest first}
     *
     * @param appId a known AppID
     */
    public synchronized List<String> valid(String appId) {
        Instant now = clock.instant();
        return of(known(appId)).stream().filter(token -> token.valid(now)).map(AccessToken::value).toList();
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
        if (value == null || value.isEmpty()) {
            throw ApiError.gateway(41001);
        }
        Instant now = clock.instant();
        AccessToken token = issued.get(value);
        if (token == null && !LOOKS_LIKE_ONE.matcher(value).matches()) {
            throw ApiError.gateway(40014);
        }
        if (token == null || token.displaced(now)) {
            throw ApiError.gateway(40001);
        }
        if (token.expired(now)) {
            throw ApiError.gateway(42001);
        }
        return token.appId();
    }

    /**
     * {@return the AppID that it was given to, valid or not; null if it is unknown} Internal: not API.
     *
     * @param value a token
     */
    public synchronized @Nullable String ownerOf(String value) {
        AccessToken token = issued.get(value);
        return token == null ? null : token.appId();
    }

    private AccessToken fresh(String appId, Instant now) {
        issued.values().removeIf(token -> token.forgettable(now));
        StringBuilder value = new StringBuilder("97_");
        while (value.length() < LENGTH) {
            value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        AccessToken token = new AccessToken(value.toString(), appId, now);
        issued.put(token.value(), token);
        return token;
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

    private List<AccessToken> of(String appId) {
        return new ArrayList<>(issued.values().stream().filter(token -> token.appId().equals(appId)).toList());
    }

    private static IssuedToken answer(AccessToken token, Instant now) {
        return new IssuedToken(token.value(), token.remaining(now).toSeconds());
    }
}
