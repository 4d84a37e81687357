package io.github.camelwechat.simulator.http;

import java.util.Optional;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.api.Query;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.rule.Account;
import io.github.camelwechat.simulator.rule.Accounts;
import io.github.camelwechat.simulator.rule.WhitelistScope;
import io.github.camelwechat.simulator.token.IssuedTokens;
import io.github.camelwechat.simulator.token.Tokens;
import org.jspecify.annotations.Nullable;

/** The callers of requests by their tokens; those without permission are refused. */
public final class Callers {

    private static final String ACCESS_TOKEN = "access_token";
    private static final String COMPONENT_ACCESS_TOKEN = "component_access_token";

    private final Tokens tokens;
    private final Accounts accounts;
    private final Platforms platforms;

    public Callers(Tokens tokens, Accounts accounts, Platforms platforms) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.platforms = platforms;
    }

    /** {@return the AppID of the account that calls, or that a third-party platform calls for} */
    String account(Head head, Query query, WhitelistScope scope) {
        String token = query.value(ACCESS_TOKEN);
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
    String ownerOf(Query query) {
        String token = componentToken(query);
        if (token == null) {
            return query.value("appid");
        }
        String owner = tokens.ownerOf(token);
        if (owner != null) {
            return owner;
        }
        return platforms.withComponentToken(token).map(Platform::appId)
                .or(() -> platforms.withAuthorizerToken(token).map(platform -> platform.authorizerTokens().ownerOf(token)))
                .orElse(null);
    }

    /** {@return the token under its older name, which SDKs send, or under its newer one} */
    private static @Nullable String componentToken(Query query) {
        String token = query.value(COMPONENT_ACCESS_TOKEN);
        return token != null ? token : query.value(ACCESS_TOKEN);
    }
}
