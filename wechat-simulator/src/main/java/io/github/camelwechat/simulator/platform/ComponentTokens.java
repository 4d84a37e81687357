package io.github.camelwechat.simulator.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.github.camelwechat.simulator.rule.PlatformSwitches;
import io.github.camelwechat.simulator.token.AccessToken;
import io.github.camelwechat.simulator.token.IssuedToken;
import io.github.camelwechat.simulator.token.IssuedTokens;
import org.jspecify.annotations.Nullable;

/** The component access tokens of a third-party platform. Thread-safe. */
public final class ComponentTokens {

    private final String appId;
    private final Clock clock;
    private final PlatformSwitches switches;
    private final IssuedTokens issued = new IssuedTokens();
    private TokenLife life = TokenLife.DOCUMENTED;
    private @Nullable AccessToken current;

    ComponentTokens(String appId, Clock clock, PlatformSwitches switches) {
        this.appId = appId;
        this.clock = clock;
        this.switches = switches;
    }

    synchronized void life(TokenLife to) {
        life = to;
    }

    /** {@return the life of the tokens that are issued from now on} */
    public synchronized TokenLife life() {
        return life;
    }

    /**
     * Issues a token, as {@code api_component_token} does, without HTTP and without a ticket.
     *
     * @return the token; the one before it ends after the grace
     */
    public synchronized IssuedToken issue() {
        Instant now = clock.instant();
        if (current != null) {
            current.displace(now.plus(life.grace()));
        }
        current = issued.fresh(appId, now, life.lifetime());
        return new IssuedToken(current.value(), life.lifetime().toSeconds());
    }

    /** {@return the values of the tokens that are valid now, oldest first} */
    public synchronized List<String> valid() {
        Instant now = clock.instant();
        return issued.of(appId).stream().filter(token -> token.valid(now)).map(AccessToken::value).toList();
    }

    /** Ends every token as age does: 42001, or 42006 with the switch. */
    public synchronized void expire() {
        Instant now = clock.instant();
        issued.of(appId).forEach(token -> token.expire(now));
    }

    /** Ends every token as a newer one does: 40001. */
    public synchronized void displace() {
        Instant now = clock.instant();
        issued.of(appId).forEach(token -> token.displace(now));
    }

    synchronized boolean knows(@Nullable String value) {
        return issued.find(value) != null;
    }

    /**
     * Refuses a known token that has ended. Internal: not API.
     *
     * @param value a token of this platform
     */
    public synchronized void requireValid(String value) {
        AccessToken token = issued.find(value);
        if (token == null) {
            throw IssuedTokens.refusal(value);
        }
        token.requireValid(clock.instant(), switches.componentTokenExpiry42006() ? 42006 : 42001);
    }

    synchronized void forget() {
        issued.clear();
        current = null;
    }
}
