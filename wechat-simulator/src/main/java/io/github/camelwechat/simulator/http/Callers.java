package io.github.camelwechat.simulator.http;

import java.util.Optional;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.api.Query;
import io.github.camelwechat.simulator.cloud.CloudCalls;
import io.github.camelwechat.simulator.journal.Channel;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.rule.Account;
import io.github.camelwechat.simulator.rule.Accounts;
import io.github.camelwechat.simulator.rule.WhitelistScope;
import io.github.camelwechat.simulator.token.IssuedTokens;
import io.github.camelwechat.simulator.token.Tokens;
import org.jspecify.annotations.Nullable;

/** The callers of requests by their tokens, or by the way that they came; those without permission are refused. */
public final class Callers {

    private static final String ACCESS_TOKEN = "access_token";
    private static final String COMPONENT_ACCESS_TOKEN = "component_access_token";
    private static final String CLOUDBASE_ACCESS_TOKEN = "cloudbase_access_token";
    private static final String FROM_APPID = "from_appid";

    private final Tokens tokens;
    private final Accounts accounts;
    private final Platforms platforms;
    private final @Nullable CloudCalls cloud;

    /**
     * Those of all kinds.
     *
     * @param cloud null without a cloud hosting
     */
    public Callers(Tokens tokens, Accounts accounts, Platforms platforms, @Nullable CloudCalls cloud) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.platforms = platforms;
        this.cloud = cloud;
    }

    /** Refuses what the side process of the cloud hosting does not relay. */
    void requireRelay(Head head) {
        if (cloud != null && head.channel() == Channel.SIDE_PROCESS) {
            cloud.requireRelay(head.path());
        }
    }

    /** {@return the AppID of the account that calls, or that a third-party platform calls for} */
    String account(Head head, Query query, WhitelistScope scope) {
        String token = query.value(ACCESS_TOKEN);
        String cloudAccount = token == null ? cloudAccount(head, query) : null;
        if (cloudAccount != null) {
            // no white list binds cloud calls
            accounts.of(cloudAccount).admit(head.path());
            return cloudAccount;
        }
        ApiError.requireAtGateway(platforms.withComponentToken(token).isEmpty(), 61015);
        Optional<Platform> platform = platforms.withAuthorizerToken(token);
        if (token != null && platform.isPresent()) {
            platform.get().requireCallFrom(head.client());
            String merchant = platform.get().merchants().requireCall(token, head.path());
            accounts.of(merchant).admit(head.path());
            return merchant;
        }
        Account account = accounts.of(tokens.check(token));
        account.requireCallFrom(head.client(), scope);
        account.admit(head.path());
        return account.appId();
    }

    /** {@return the AppID of the account that a cloud call is made for, null if it is no cloud call} */
    private @Nullable String cloudAccount(Head head, Query query) {
        String token = query.value(CLOUDBASE_ACCESS_TOKEN);
        if (token != null) {
            if (cloud == null) {
                throw CloudCalls.unknown(token);
            }
            return cloud.withToken(token, head.path());
        }
        return cloud != null && head.channel() == Channel.SIDE_PROCESS
                ? cloud.relayed(head.path(), query.value(FROM_APPID)) : null;
    }

    /** {@return the AppID of the third-party platform that calls on its own behalf} */
    String platform(Head head, Query query) {
        String token = componentToken(query);
        Platform platform = platforms.withComponentToken(token).orElseThrow(() -> noComponentToken(token));
        platform.requireCallFrom(head.client());
        platform.componentTokens().requireValid(String.valueOf(token));
        return platform.appId();
    }

    private ApiError noComponentToken(@Nullable String token) {
        return token != null && (platforms.withAuthorizerToken(token).isPresent() || tokens.ownerOf(token) != null)
                ? ApiError.gateway(61014) : IssuedTokens.refusal(token);
    }

    /** {@return the AppID that a request's token belongs to, or that it names; null if unknown} */
    @Nullable
    String ownerOf(Head head, Query query) {
        String token = componentToken(query);
        if (token == null) {
            String caller = cloudCaller(head, query);
            return caller == null ? query.value("appid") : caller;
        }
        String owner = tokens.ownerOf(token);
        if (owner != null) {
            return owner;
        }
        return platforms.withComponentToken(token).map(Platform::appId)
                .or(() -> platforms.withAuthorizerToken(token).map(platform -> platform.authorizerTokens().ownerOf(token)))
                .orElse(null);
    }

    private @Nullable String cloudCaller(Head head, Query query) {
        String token = query.value(CLOUDBASE_ACCESS_TOKEN);
        if (cloud == null || (token == null && head.channel() != Channel.SIDE_PROCESS)) {
            return null;
        }
        return token == null ? cloud.callerOf(query.value(FROM_APPID)) : cloud.ownerOf(token);
    }

    /** {@return the token under its older name, which SDKs send, or under its newer one} */
    private static @Nullable String componentToken(Query query) {
        String token = query.value(COMPONENT_ACCESS_TOKEN);
        return token != null ? token : query.value(ACCESS_TOKEN);
    }
}
