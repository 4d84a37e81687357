package io.github.camelwechat.simulator.platform;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.push.EncodingAesKey;
import io.github.camelwechat.simulator.push.Pushes;
import io.github.camelwechat.simulator.push.Target;
import io.github.camelwechat.simulator.rule.PlatformSwitches;
import io.github.camelwechat.simulator.rule.Whitelist;
import io.github.camelwechat.simulator.token.App;
import io.github.camelwechat.simulator.token.IssuedToken;
import io.github.camelwechat.simulator.token.RandomText;
import org.jspecify.annotations.Nullable;

/**
 * A third-party platform, as WeChat knows it: what its owner has set in the console, its tickets, its tokens and its
 * merchants. A reset of the simulator brings back the settings of the builder, and forgets the pushes; tickets, tokens
 * and authorizations go on. Thread-safe.
 */
public final class Platform {

    private static final int TOKEN_LENGTH = 16;

    private final App app;
    private final Target initial;
    private final Pushes pushes;
    private final Tickets tickets;
    private final ComponentTokens componentTokens;
    private final AuthorizerTokens authorizerTokens;
    private final Merchants merchants;
    private Target target;
    private Whitelist ipWhitelist = new Whitelist(Set.of());

    Platform(App app, Collection<String> appIds, Clock clock, PlatformSwitches switches, HttpClient http) {
        this.app = app;
        this.initial = new Target(
                app.appId(), null, new RandomText().of("", TOKEN_LENGTH).replaceAll("[_-]", "x"), EncodingAesKey.random());
        this.target = initial;
        this.pushes = new Pushes(http, clock, switches, this::target);
        this.tickets = new Tickets(clock, pushes);
        this.componentTokens = new ComponentTokens(app.appId(), clock, switches);
        this.authorizerTokens = new AuthorizerTokens(clock);
        this.merchants = new Merchants(app.appId(), appIds, clock, pushes, authorizerTokens, switches);
    }

    /** {@return the {@code component_appid}} */
    public String appId() {
        return app.appId();
    }

    /**
     * Sets the address of all pushes, by HTTP or HTTPS.
     *
     * @param  url null for nowhere, as at first: pushes fail then
     * @return     this
     */
    public synchronized Platform callbackUrl(@Nullable String url) {
        target = new Target(appId(), url, target.token(), target.key());
        return this;
    }

    /** {@return the address of all pushes, null if there is none} */
    public synchronized @Nullable String callbackUrl() {
        return target.url();
    }

    /**
     * Sets the token that pushes are signed with.
     *
     * @param  token 3 to 32 letters and digits; a random one at first
     * @return       this
     */
    public synchronized Platform messageToken(String token) {
        target = new Target(appId(), target.url(), token, target.key());
        return this;
    }

    /** {@return the token that pushes are signed with} */
    public synchronized String messageToken() {
        return target.token();
    }

    /**
     * Sets the EncodingAESKey that pushes are encrypted with.
     *
     * @param  key 43 letters and digits; a random one at first, which strict Base64 decoders take too
     * @return     this
     */
    public synchronized Platform encodingAesKey(String key) {
        target = new Target(appId(), target.url(), target.token(), new EncodingAesKey(key));
        return this;
    }

    /** {@return the EncodingAESKey that pushes are encrypted with} */
    public synchronized String encodingAesKey() {
        return target.key().text();
    }

    /**
     * Sets all that the console of the platform has, or nothing if any of it is wrong. Internal: not API.
     *
     * @param url   of the pushes, null for nowhere
     * @param token that signs
     * @param key   that encrypts
     */
    public synchronized void console(@Nullable String url, String token, String key) {
        target = new Target(appId(), url, token, new EncodingAesKey(key));
    }

    /**
     * Changes the EncodingAESKey to a random one.
     *
     * @return this
     */
    public Platform changeEncodingAesKey() {
        return encodingAesKey(EncodingAesKey.random().text());
    }

    /**
     * Limits the addresses that may call component interfaces, or others with tokens of merchants.
     *
     * @param  addresses that may call, for example {@code 127.0.0.1}, and networks, for example {@code 10.1.2.0/24};
     *                   others are answered with 61004. None, as at first, for any.
     * @return           this
     */
    public synchronized Platform ipWhitelist(Collection<String> addresses) {
        ipWhitelist = new Whitelist(addresses);
        return this;
    }

    /** {@return the addresses and networks that may call; empty for any} */
    public synchronized Set<String> ipWhitelist() {
        return ipWhitelist.entries();
    }

    /**
     * Sets the life of the component tokens that are issued from now on.
     *
     * @param  life {@link TokenLife#DOCUMENTED} at first
     * @return      this
     */
    public Platform componentTokenLife(TokenLife life) {
        componentTokens.life(life);
        return this;
    }

    /**
     * Sets the life of the authorizer access tokens that are issued from now on.
     *
     * @param  life {@link TokenLife#DOCUMENTED} at first
     * @return      this
     */
    public Platform authorizerTokenLife(TokenLife life) {
        authorizerTokens.life(life);
        return this;
    }

    /** {@return the pushes} */
    public Pushes pushes() {
        return pushes;
    }

    /** {@return the tickets} */
    public Tickets tickets() {
        return tickets;
    }

    /** {@return the component access tokens} */
    public ComponentTokens componentTokens() {
        return componentTokens;
    }

    /** {@return the access tokens of the merchants} */
    public AuthorizerTokens authorizerTokens() {
        return authorizerTokens;
    }

    /** {@return the accounts that have authorized the platform} */
    public Merchants merchants() {
        return merchants;
    }

    /** Forgets tickets, tokens and authorizations, as if nobody had ever authorized the platform. Nothing is pushed. */
    public void forget() {
        tickets.forget();
        componentTokens.forget();
        authorizerTokens.forget();
        merchants.forget();
    }

    /**
     * Begins to push tickets, as {@code api_start_push_ticket} does. Internal: not API.
     *
     * @return false if they were being pushed already
     */
    public boolean startTickets() {
        boolean begins = !tickets.pushing();
        tickets.pushing(true);
        return begins;
    }

    /**
     * Issues a component token for a ticket. Internal: not API.
     *
     * @param  ticket as the caller sent it
     * @return        the token
     */
    public IssuedToken tokenFor(String ticket) {
        tickets.requireValid(ticket);
        return componentTokens.issue();
    }

    /**
     * Refuses a wrong secret with 40125. Internal: not API.
     *
     * @param secret as the caller sent it
     */
    public void requireSecret(String secret) {
        ApiError.requireAtGateway(app.secret().equals(secret), 40125);
    }

    /**
     * Refuses an address that is not on the white list with 61004. Internal: not API.
     *
     * @param address the IP address that calls
     */
    public synchronized void requireCallFrom(String address) {
        ApiError.requireAtGateway(ipWhitelist.admits(address), 61004);
    }

    private synchronized Target target() {
        return target;
    }

    void reset() {
        synchronized (this) {
            target = initial;
            ipWhitelist = new Whitelist(Set.of());
        }
        // outside: these have locks of their own, and ask for the target while they hold them
        componentTokens.life(TokenLife.DOCUMENTED);
        authorizerTokens.life(TokenLife.DOCUMENTED);
        pushes.clear();
    }

    @Override
    public String toString() {
        return "Platform[" + appId() + "]";
    }
}
