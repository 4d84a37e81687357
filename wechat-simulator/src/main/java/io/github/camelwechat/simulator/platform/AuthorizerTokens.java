package io.github.camelwechat.simulator.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.simulator.token.AccessToken;
import io.github.camelwechat.simulator.token.IssuedToken;
import io.github.camelwechat.simulator.token.IssuedTokens;
import org.jspecify.annotations.Nullable;

/** The authorizer access tokens of a third-party platform, by merchant. Thread-safe. */
public final class AuthorizerTokens {

    private final Clock clock;
    private final IssuedTokens issued = new IssuedTokens();
    private final Map<String, AccessToken> newest = new HashMap<>();
    private TokenLife life = TokenLife.DOCUMENTED;

    AuthorizerTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized void life(TokenLife to) {
        life = to;
    }

    /** {@return the life of the tokens that are issued from now on} */
    public synchronized TokenLife life() {
        return life;
    }

    /**
     * Issues a token, without HTTP and without a refresh token.
     *
     * @param  merchant the AppID of a merchant
     * @return          the token; the one before it ends after the grace
     */
    public synchronized IssuedToken issue(String merchant) {
        Instant now = clock.instant();
        AccessToken token = issued.fresh(merchant, now, life.lifetime());
        AccessToken before = newest.put(merchant, token);
        if (before != null) {
            before.displace(now.plus(life.grace()));
        }
        return new IssuedToken(token.value(), life.lifetime().toSeconds());
    }

    /**
     * {@return the values of the tokens that are valid now, oldest first}
     *
     * @param merchant the AppID of a merchant
     */
    public synchronized List<String> valid(String merchant) {
        Instant now = clock.instant();
        return issued.of(merchant).stream().filter(token -> token.valid(now)).map(AccessToken::value).toList();
    }

    /**
     * Ends every token of a merchant as age does: 42001.
     *
     * @param merchant the AppID of a merchant
     */
    public synchronized void expire(String merchant) {
        Instant now = clock.instant();
        issued.of(merchant).forEach(token -> token.expire(now));
    }

    /**
     * Ends every token of a merchant as a newer one does: 40001.
     *
     * @param merchant the AppID of a merchant
     */
    public synchronized void displace(String merchant) {
        Instant now = clock.instant();
        issued.of(merchant).forEach(token -> token.displace(now));
    }

    /**
     * {@return the merchant that the token was issued for, valid or not; null if it is unknown} Internal: not API.
     *
     * @param token any text
     */
    public synchronized @Nullable String ownerOf(@Nullable String token) {
        AccessToken found = issued.find(token);
        return found == null ? null : found.owner();
    }

    /** Refuses a token that has ended. */
    synchronized void requireValid(String token) {
        AccessToken found = issued.find(token);
        if (found == null) {
            throw IssuedTokens.refusal(token);
        }
        found.requireValid(clock.instant(), 42001);
    }

    synchronized void forget() {
        issued.clear();
        newest.clear();
    }
}
