package io.github.camelwechat.simulator.rule;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.ErrorTexts;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do, how often and from where. Nothing is forbidden or limited at first, but for the documented
 * quotas of the token interfaces. Paths are those of interfaces; others are refused with an
 * {@link IllegalArgumentException}. A reset of the simulator brings back what its builder has set. Thread-safe.
 */
public final class Account {

    private static final Pattern URL
            = Pattern.compile("(?i)https?://(\\[[0-9a-fA-F:.]+]|[^\\s/?#:\\[]+)(:[0-9]{1,5})?([/?#]\\S*)?");

    private final String appId;
    private final ServedPaths served;
    private final Quotas quotas;
    private final SortedSet<String> forbidden = new TreeSet<>();
    private Whitelist ipWhitelist = new Whitelist(Set.of());
    private AccountState state = AccountState.NORMAL;
    private @Nullable String callbackUrl;

    Account(String appId, Clock clock, ServedPaths served) {
        this.appId = appId;
        this.served = served;
        this.quotas = new Quotas(clock);
    }

    /** {@return the AppID} */
    public String appId() {
        return appId;
    }

    /**
     * So many calls a day, by the simulated clock in UTC+8; then 45009.
     *
     * @param  path  the interface
     * @param  calls 0 refuses every call
     * @return       this
     */
    public synchronized Account dailyLimit(String path, long calls) {
        return limits(path, new CallLimits(calls, limits(path).perMinute()));
    }

    /**
     * So many calls a minute, by the simulated clock; then 45011.
     *
     * @param  path  the interface
     * @param  calls 0 refuses every call
     * @return       this
     */
    public synchronized Account minuteLimit(String path, long calls) {
        return limits(path, new CallLimits(limits(path).daily(), calls));
    }

    /**
     * Both limits of an interface.
     *
     * @param  path the interface
     * @param  to   in place of those that it had
     * @return      this
     */
    public Account limits(String path, CallLimits to) {
        quotas.limit(served.require(path), to);
        return this;
    }

    /**
     * {@return the limits of an interface}
     *
     * @param path the interface
     */
    public CallLimits limits(String path) {
        return quotas.limits(served.require(path));
    }

    /** {@return the limits of every interface that has one or was called} */
    public Map<String, CallLimits> quotas() {
        return quotas.limits();
    }

    /**
     * {@return how many calls were counted today: all whose token was valid, whatever became of them}
     *
     * @param path the interface
     */
    public long usedToday(String path) {
        return quotas.usedToday(served.require(path));
    }

    /**
     * Calls of the interface are answered with 48001.
     *
     * @param  path the interface
     * @return      this
     */
    public synchronized Account forbid(String path) {
        forbidden.add(served.require(path));
        return this;
    }

    /**
     * Takes {@link #forbid} back.
     *
     * @param  path the interface
     * @return      this
     */
    public synchronized Account allow(String path) {
        forbidden.remove(served.require(path));
        return this;
    }

    /** {@return the paths that are answered with 48001} */
    public synchronized Set<String> forbidden() {
        return Set.copyOf(forbidden);
    }

    /**
     * Lets nobody else call: no interface, or those for tokens only, as {@link Switches#whitelistScope} says.
     *
     * @param  addresses that may call, for example {@code 127.0.0.1}, and networks, for example {@code 10.1.2.0/24};
     *                   others are answered with 40164. None, as at first, for any.
     * @return           this
     */
    public synchronized Account ipWhitelist(Collection<String> addresses) {
        ipWhitelist = new Whitelist(addresses);
        return this;
    }

    /** {@return the addresses and networks that may call; empty for any} */
    public synchronized Set<String> ipWhitelist() {
        return ipWhitelist.entries();
    }

    /**
     * Whether tokens are given out, and if not, why.
     *
     * @param  to {@link AccountState#NORMAL} at first
     * @return    this
     */
    public synchronized Account state(AccountState to) {
        state = Objects.requireNonNull(to, "state");
        return this;
    }

    /** {@return whether tokens are given out, and if not, why} */
    public synchronized AccountState state() {
        return state;
    }

    /**
     * Where the account wants its pushes, by HTTP or HTTPS; without one {@code callback/check} is answered with 40201.
     *
     * @param  url null for nowhere, as at first
     * @return     this
     */
    public synchronized Account callbackUrl(@Nullable String url) {
        if (url != null && !URL.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "'" + url + "' is no URL, such as \"http://127.0.0.1/wechat\"; https is possible too");
        }
        callbackUrl = url;
        return this;
    }

    /** {@return where the account wants its pushes, null if nowhere} */
    public synchronized @Nullable String callbackUrl() {
        return callbackUrl;
    }

    /**
     * Counts a call whose token or secret is right, then refuses it if it is forbidden or one too many. Internal: not
     * API.
     *
     * @param path the interface
     */
    public void admit(String path) {
        CallCount count = quotas.count(path);
        if (forbidden().contains(path)) {
            throw ApiError.gateway(48001);
        }
        quotas.check(path, count);
    }

    /**
     * Refuses to give a token to a stranger, or for an account that must not have one. Internal: not API.
     *
     * @param address the IP address that asks
     */
    public synchronized void requireTokensFor(String address) {
        requireListed(address);
        if (state != AccountState.NORMAL) {
            throw ApiError.gateway(state.errcode());
        }
    }

    /**
     * Refuses a call for which no token is given out, from an address that is not on a white list that binds it.
     * Internal: not API.
     *
     * @param address the IP address that calls
     * @param scope   the calls that the white list binds
     */
    public synchronized void requireCallFrom(String address, WhitelistScope scope) {
        if (scope == WhitelistScope.ALL) {
            requireListed(address);
        }
    }

    private void requireListed(String address) {
        if (!ipWhitelist.admits(address)) {
            throw ApiError.gateway(40164, ErrorTexts.notInWhitelist(address));
        }
    }

    /** What {@code clear_quota} does. */
    public void clearQuota() {
        quotas.clear();
    }

    synchronized void reset() {
        quotas.reset();
        forbidden.clear();
        ipWhitelist = new Whitelist(Set.of());
        state = AccountState.NORMAL;
        callbackUrl = null;
    }
}
