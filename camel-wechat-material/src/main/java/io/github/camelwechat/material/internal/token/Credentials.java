package io.github.camelwechat.material.internal.token;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.CloudHosting;
import io.github.camelwechat.material.internal.transport.Json;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/** Proof of an account's identity. Immutable; equal for equal values. */
public interface Credentials {

    /** The AppID; null where there is none beside a fixed token, and for the owner of a cloud environment. */
    @Nullable
    String appId();

    /** Returns the values that no text may show, beside the access tokens. */
    Set<String> secrets();

    /** Returns the part of WeChat's cloud hosting in the calls. */
    default CloudHosting hosting() {
        return CloudHosting.NONE;
    }

    /** {@return what the log says of their way when an account begins to use them; null for nothing} */
    default @Nullable String way() {
        return null;
    }

    private static String whom(@Nullable String appId) {
        return appId == null ? "the owner of the environment" : appId;
    }

    /** Creates the source of access tokens. */
    TokenSource tokens(TokenApi api);

    /**
     * AppSecret for {@code stable_token} in its normal mode: many programs may ask, and all get the same token until
     * the last five minutes of its life. {@code force_refresh} is never sent: it would end the token of every other
     * program.
     */
    record StableToken(String appId, String secret) implements Credentials {

        @Override
        public Set<String> secrets() {
            return Set.of(secret);
        }

        @Override
        public TokenSource tokens(TokenApi api) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("grant_type", "client_credential");
            body.put("appid", appId);
            body.put("secret", secret);
            body.put("force_refresh", false);
            ApiRequest request = new ApiRequest(WechatInterface.GET_STABLE_ACCESS_TOKEN, List.of(), Json.body(body));
            return TokenCall.ofAccount(api, request);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "StableToken[appId=" + appId + "]";
        }
    }

    /**
     * AppSecret for {@code token}: each call makes a new token and, five minutes later, ends the one before. So only
     * one program may ask; two that do so end each other's tokens every five minutes.
     */
    record ClassicToken(String appId, String secret) implements Credentials {

        @Override
        public Set<String> secrets() {
            return Set.of(secret);
        }

        @Override
        public TokenSource tokens(TokenApi api) {
            ApiRequest request = new ApiRequest(
                    WechatInterface.GET_ACCESS_TOKEN,
                    List.of(new BasicNameValuePair("grant_type", "client_credential"),
                            new BasicNameValuePair("appid", appId),
                            new BasicNameValuePair("secret", secret)),
                    null);
            return TokenCall.ofAccount(api, request);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "ClassicToken[appId=" + appId + "]";
        }
    }

    /** Access token that somebody else looks after. It is never renewed here. */
    record FixedToken(@Nullable String appId, String token) implements Credentials {

        @Override
        public Set<String> secrets() {
            return Set.of(token);
        }

        @Override
        public TokenSource tokens(TokenApi api) {
            AccessToken fixed = AccessToken.fixed(Authorization.accessToken(token, false));
            return refused -> Call.of(fixed);
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "FixedToken[appId=" + appId + "]";
        }
    }

    /**
     * Nothing: a container of WeChat's cloud hosting asks the side process beside it, which adds the token.
     *
     * @param appId of an account that shares the environment; null for the owner of the environment
     */
    record OpenInterfaceService(@Nullable String appId) implements Credentials {

        @Override
        public Set<String> secrets() {
            return Set.of();
        }

        @Override
        public CloudHosting hosting() {
            return CloudHosting.SIDE_PROCESS;
        }

        @Override
        public String way() {
            return "credentials=cloud: through the open interface service of WeChat's cloud hosting, by plain HTTP to private"
                   + " addresses only, for " + whom(appId);
        }

        @Override
        public TokenSource tokens(TokenApi api) {
            return new SideProcessSource(api, appId);
        }
    }

    /**
     * Token that WeChat's cloud hosting gives a container, and renews there.
     *
     * @param appId of an account that has authorized the platform whose environment it is; null for the owner of the
     *              environment
     * @param file  with the token, where the environment has none
     */
    record CloudToken(@Nullable String appId, Path file) implements Credentials {

        @Override
        public Set<String> secrets() {
            return Set.of();
        }

        @Override
        public CloudHosting hosting() {
            return CloudHosting.TOKEN;
        }

        @Override
        public String way() {
            return "credentials=cloudToken: with the WeChat token of the container, of the variable "
                   + CloudTokenSource.VARIABLE + " or the file " + file + ", for " + whom(appId);
        }

        @Override
        public TokenSource tokens(TokenApi api) {
            return new CloudTokenSource(api, System::getenv, new CloudTokenFile(file), appId);
        }
    }
}
