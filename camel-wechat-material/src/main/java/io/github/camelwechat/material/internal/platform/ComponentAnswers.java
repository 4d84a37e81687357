package io.github.camelwechat.material.internal.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.github.camelwechat.material.internal.token.AccessToken;
import io.github.camelwechat.material.internal.transport.AnswerShape.ListField;
import io.github.camelwechat.material.internal.transport.AnswerShape.ObjectField;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import io.github.camelwechat.material.result.AuthorizerInfo;
import org.jspecify.annotations.Nullable;

/** The parts of the answers of a platform's interfaces, by WeChat's names. */
final class ComponentAnswers {

    static final ObjectField<AuthorizationFields> AUTHORIZATION
            = new ObjectField<>("authorization_info", AuthorizationFields.class);
    static final ObjectField<AccountFields> ACCOUNT = new ObjectField<>("authorizer_info", AccountFields.class);
    static final ListField<ListedFields> LIST = new ListField<>("list", ListedFields.class);

    private ComponentAnswers() {
    }

    record Id(@Nullable Integer id) {
    }

    record Permission(@Nullable Id funcscopeCategory) {
    }

    /** {@code authorization_info}. */
    record AuthorizationFields(
            @Nullable String authorizerAppid, @Nullable String authorizerAccessToken, int expiresIn,
            @Nullable String authorizerRefreshToken, @Nullable List<@Nullable Permission> funcInfo) {

        private List<Integer> permissionSets() {
            return funcInfo == null
                    ? List.of()
                    : funcInfo.stream().filter(Objects::nonNull).map(Permission::funcscopeCategory).filter(Objects::nonNull)
                            .map(Id::id).filter(Objects::nonNull).toList();
        }

        Grant grant() {
            return new Grant(blankToNull(authorizerRefreshToken), permissionSets());
        }

        private @Nullable AccessToken token(Instant asked) {
            String token = blankToNull(authorizerAccessToken);
            return token == null || expiresIn <= 0
                    ? null : AccessToken.of(Authorization.accessToken(token, true), asked, Duration.ofSeconds(expiresIn));
        }

        /** Never the tokens. */
        @Override
        public String toString() {
            return "AuthorizationFields[authorizerAppid=" + authorizerAppid + "]";
        }
    }

    /** {@code authorizer_info}. */
    record AccountFields(
            @Nullable String nickName, @Nullable String headImg, @Nullable Id serviceTypeInfo, @Nullable Id verifyTypeInfo,
            @Nullable String userName, @Nullable String principalName, @Nullable String alias, @Nullable String qrcodeUrl,
            @Nullable Integer accountStatus) {

        AuthorizerInfo info(String appId, List<Integer> permissionSets) {
            return new AuthorizerInfo(
                    appId, nickName, headImg, serviceTypeInfo == null ? null : serviceTypeInfo.id(),
                    verifyTypeInfo == null ? null : verifyTypeInfo.id(), userName, principalName, alias, qrcodeUrl,
                    accountStatus, permissionSets);
        }
    }

    /** An element of {@code list}. */
    record ListedFields(@Nullable String authorizerAppid, @Nullable String refreshToken, long authTime) {

        /** Never the token. */
        @Override
        public String toString() {
            return "ListedFields[authorizerAppid=" + authorizerAppid + "]";
        }
    }

    /** Account whose code was redeemed. */
    record Redeemed(String appId, AuthorizerToken token) {
    }

    /** Page of the accounts. */
    record Listed(int totalCount, List<ListedMerchant> list) {
    }

    /** Account in the list of accounts. */
    record ListedMerchant(String appId, Grant grant, Instant authTime) {
    }

    /** Reads the answer of {@code api_get_authorizer_info} about an account. */
    static AuthorizationFields authorization(JsonAnswer answer, String appId) {
        AuthorizationFields fields = answer.object(AUTHORIZATION);
        String told = fields.authorizerAppid();
        if (told != null && !told.equals(appId)) {
            throw answer.unexpected("the answer is about another account than " + appId);
        }
        return fields;
    }

    /** Reads the answer of {@code api_query_auth}. */
    static Redeemed redeemed(JsonAnswer answer, Instant asked) {
        AuthorizationFields fields = answer.object(AUTHORIZATION);
        return new Redeemed(
                appId(answer, fields.authorizerAppid()), new AuthorizerToken(fields.token(asked), fields.grant()));
    }

    /** Reads the answer of {@code api_get_authorizer_list}. */
    static Listed listed(JsonAnswer answer) {
        return new Listed(
                answer.count("total_count"), answer.list(LIST).stream()
                        .map(one -> new ListedMerchant(
                                appId(answer, one.authorizerAppid()), new Grant(blankToNull(one.refreshToken()), List.of()),
                                Instant.ofEpochSecond(one.authTime())))
                        .toList());
    }

    private static String appId(JsonAnswer answer, @Nullable String appId) {
        if (appId == null || !AppId.isValid(appId)) {
            throw answer.unexpected("the answer has an account without an AppID");
        }
        return appId;
    }

    /** Reads the answer of {@code api_authorizer_token}. */
    static AuthorizerToken renewed(JsonAnswer answer, Instant asked) {
        return new AuthorizerToken(
                AccessToken.in(
                        answer, "authorizer_access_token", token -> Authorization.accessToken(token, true), asked),
                new Grant(blankToNull(answer.text("authorizer_refresh_token")), List.of()));
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
