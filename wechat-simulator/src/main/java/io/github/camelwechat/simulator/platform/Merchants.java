package io.github.camelwechat.simulator.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.push.Event;
import io.github.camelwechat.simulator.push.Push;
import io.github.camelwechat.simulator.push.Pushes;
import io.github.camelwechat.simulator.rule.PlatformSwitches;
import io.github.camelwechat.simulator.token.AccessToken;
import io.github.camelwechat.simulator.token.IssuedTokens;
import io.github.camelwechat.simulator.token.RandomText;
import io.github.camelwechat.simulator.token.UnknownAppException;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that have authorized a third-party platform, their codes and their tokens. What an administrator does in
 * the browser is done here on command. Thread-safe.
 */
public final class Merchants {

    /** The time for which a refresh token works on that has been changed. */
    public static final Duration GRACE = AccessToken.GRACE;

    private static final Duration CODE_LIFETIME = Duration.ofHours(1);
    private static final Duration PRE_AUTH_CODE_LIFETIME = Duration.ofMinutes(10);

    private final String platform;
    private final List<String> appIds;
    private final Clock clock;
    private final Pushes pushes;
    private final PlatformSwitches switches;
    private final RandomText random = new RandomText();
    private final Codes preAuthCodes = new Codes("preauthcode@@@");
    private final Codes codes = new Codes("queryauthcode@@@");
    private final AuthorizerTokens tokens;
    private final Map<String, Authorization> authorizations = new LinkedHashMap<>();

    Merchants(String platform, Collection<String> appIds, Clock clock, Pushes pushes, AuthorizerTokens tokens,
              PlatformSwitches switches) {
        this.platform = platform;
        this.appIds = List.copyOf(appIds);
        this.clock = clock;
        this.pushes = pushes;
        this.tokens = tokens;
        this.switches = switches;
    }

    /** {@return the accounts that have authorized the platform, also those that have withdrawn since, oldest first} */
    public synchronized List<Merchant> all() {
        return authorizations.values().stream().map(Authorization::view).toList();
    }

    /**
     * {@return one of them}
     *
     * @param appId an account that has authorized the platform; others are refused with an
     *              {@link IllegalArgumentException}
     */
    public synchronized Merchant of(String appId) {
        return authorization(appId).view();
    }

    /**
     * Authorizes the platform with the usual permission sets, without a pre-authorization code.
     *
     * @param  appId an account of the simulator
     * @return       the code for {@code api_query_auth}
     */
    public Redirect authorize(String appId) {
        return authorize(appId, null, null);
    }

    /**
     * Authorizes the platform, or changes what is granted to it. The push is {@code authorized} after nothing or after
     * a withdrawal, else {@code updateauthorized} if the sets change.
     *
     * @param  appId       an account of the simulator
     * @param  sets        the permission sets; material needs 11 or 100; null for the usual ones, with 11
     * @param  preAuthCode an unused code of {@code api_create_preauthcode}, null for one that is made up
     * @return             the code for {@code api_query_auth}
     */
    public synchronized Redirect authorize(
            String appId, @Nullable Collection<Integer> sets,
            @Nullable String preAuthCode) {
        if (!appIds.contains(appId)) {
            throw new UnknownAppException(appId, appIds);
        }
        SortedSet<Integer> granted = new TreeSet<>(sets == null ? PermissionSets.USUAL : sets);
        if (!granted.isEmpty() && granted.first() < 1) {
            throw new IllegalArgumentException("Permission sets are counted from 1, not from " + granted.first());
        }
        Instant now = clock.instant();
        String usedCode = preAuthCode == null ? preAuthCodes.fresh(platform, now, PRE_AUTH_CODE_LIFETIME).value() : preAuthCode;
        use(usedCode, now);
        Authorization authorization = authorizations.computeIfAbsent(appId, id -> new Authorization(id, random));
        String infoType = authorization.withdrawn()
                ? "authorized" : authorization.sets().equals(granted) ? null : "updateauthorized";
        if (authorization.withdrawn()) {
            tokens.displace(appId);
        }
        authorization.authorize(granted, now);
        Code code = codes.fresh(appId, now, CODE_LIFETIME);
        return new Redirect(
                code.value(), CODE_LIFETIME.toSeconds(),
                infoType == null ? null : pushAuthorized(infoType, code, usedCode, now));
    }

    private void use(String preAuthCode, Instant now) {
        Code code = preAuthCodes.find(preAuthCode);
        if (code == null || code.used() || code.expired(now)) {
            throw new IllegalArgumentException(
                    "The pre-authorization code " + (code == null ? "is unknown" : code.used() ? "is used" : "has expired")
                                               + ": get another from api_create_preauthcode");
        }
        code.use();
    }

    private Push pushAuthorized(String infoType, Code code, String preAuthCode, Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("AuthorizerAppid", code.owner());
        fields.put("AuthorizationCode", code.value());
        fields.put("AuthorizationCodeExpiredTime", switches.codeExpiryAsDuration()
                ? CODE_LIFETIME.toSeconds() : code.until().getEpochSecond());
        fields.put("PreAuthCode", preAuthCode);
        return pushes.send(new Event(infoType, now, fields));
    }

    /**
     * Takes the authorization back: calls for the merchant are answered with 61003, and {@code unauthorized} is pushed.
     *
     * @param  appId an account that has authorized the platform
     * @return       the push
     */
    public synchronized Push withdraw(String appId) {
        Authorization authorization = authorization(appId);
        if (authorization.withdrawn()) {
            throw new IllegalArgumentException("The app '" + appId + "' has withdrawn already");
        }
        authorization.withdraw();
        return pushes.send(new Event("unauthorized", clock.instant(), Map.of("AuthorizerAppid", appId)));
    }

    /**
     * Changes the refresh token. The platform is not informed: nothing is pushed.
     *
     * @param  appId an account that has authorized the platform
     * @param  grace the time for which the old one works on; then 61023
     * @return       the merchant with the new one
     */
    public synchronized Merchant changeRefreshToken(String appId, Duration grace) {
        Authorization authorization = authorization(appId);
        TokenLife.requireGrace(grace);
        authorization.changeRefreshToken(clock.instant(), grace);
        return authorization.view();
    }

    /**
     * Makes a pre-authorization code, as {@code api_create_preauthcode} does, without HTTP.
     *
     * @return the code, for one authorization
     */
    public synchronized PreAuthCode newPreAuthCode() {
        return new PreAuthCode(
                preAuthCodes.fresh(platform, clock.instant(), PRE_AUTH_CODE_LIFETIME).value(),
                PRE_AUTH_CODE_LIFETIME.toSeconds());
    }

    /**
     * Redeems an authorization code. Internal: not API.
     *
     * @param  value as the caller sent it
     * @return       the merchant and its tokens
     */
    public synchronized Grant redeem(String value) {
        Code code = codes.find(value);
        if (code == null || (code.used() && !switches.authorizationCodesReusable())) {
            throw ApiError.gateway(61009);
        }
        ApiError.requireAtGateway(!code.expired(clock.instant()), 61010);
        Authorization authorization = authorized(code.owner());
        code.use();
        authorization.redeem();
        return new Grant(authorization.view(), authorization.sets().isEmpty() ? null : tokens.issue(code.owner()));
    }

    /**
     * Renews the access token of a merchant. Internal: not API.
     *
     * @param  appId        the merchant
     * @param  refreshToken as the caller sent it
     * @return              the merchant and its tokens
     */
    public synchronized Grant renew(String appId, String refreshToken) {
        Authorization authorization = authorized(appId);
        Instant now = clock.instant();
        ApiError.requireAtGateway(authorization.accepts(refreshToken, now), 61023);
        if (switches.refreshTokenChangesOnRenewal()) {
            authorization.changeRefreshToken(now, GRACE);
        }
        return new Grant(authorization.view(), tokens.issue(appId));
    }

    /**
     * {@return a merchant that has not withdrawn; 61003 for others} Internal: not API.
     *
     * @param appId as the caller sent it
     */
    public synchronized Merchant requireAuthorized(String appId) {
        return authorized(appId).view();
    }

    /**
     * Refuses a token that has ended, whose merchant has withdrawn, or whose sets do not open the interface. Internal:
     * not API.
     *
     * @param  token as the caller sent it
     * @param  path  the interface
     * @return       the merchant
     */
    public synchronized String requireCall(String token, String path) {
        String appId = tokens.ownerOf(token);
        if (appId == null) {
            throw IssuedTokens.refusal(token);
        }
        Authorization authorization = authorized(appId);
        tokens.requireValid(token);
        ApiError.requireAtGateway(PermissionSets.open(path, authorization.sets()), 61007);
        return appId;
    }

    /**
     * Refuses a call for an account that is no merchant, or whose sets do not open the interface. Internal: not API.
     *
     * @param appId the account
     * @param path  the interface
     */
    public synchronized void requireCallFor(String appId, String path) {
        ApiError.requireAtGateway(PermissionSets.open(path, authorized(appId).sets()), 61007);
    }

    private Authorization authorized(String appId) {
        Authorization authorization = authorizations.get(appId);
        if (authorization == null || authorization.withdrawn()) {
            throw ApiError.gateway(61003);
        }
        return authorization;
    }

    private Authorization authorization(String appId) {
        Authorization authorization = authorizations.get(appId);
        if (authorization == null) {
            throw new IllegalArgumentException(
                    "The app '" + appId + "' has not authorized " + platform + "; those that have are "
                                               + authorizations.keySet());
        }
        return authorization;
    }

    synchronized void forget() {
        preAuthCodes.clear();
        codes.clear();
        authorizations.clear();
    }
}
