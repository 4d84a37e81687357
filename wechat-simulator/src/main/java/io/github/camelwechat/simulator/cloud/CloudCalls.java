package io.github.camelwechat.simulator.cloud;

import java.util.List;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.token.IssuedTokens;
import org.jspecify.annotations.Nullable;

/** The accounts that cloud calls are made for. Internal: not API. */
public final class CloudCalls {

    /** The beginnings of paths whose interfaces take access tokens, but have no cloud call. */
    private static final List<String> WITHOUT_CLOUD_CALL = List.of("/cgi-bin/draft/", "/cgi-bin/clear_quota");

    private final CloudHosting hosting;
    private final List<String> appIds;
    private final @Nullable Platform platform;

    /**
     * Those of an environment.
     *
     * @param hosting   of an account or a third-party platform
     * @param appIds    the accounts that there are
     * @param platforms the third-party platforms that there are
     */
    public CloudCalls(CloudHosting hosting, List<String> appIds, Platforms platforms) {
        this.hosting = hosting;
        this.appIds = appIds;
        this.platform = platforms.find(hosting.owner()).orElse(null);
    }

    /**
     * Refuses to relay a request that comes too early, or for a path that is not on the list.
     *
     * @param path of the request
     */
    public void requireRelay(String path) {
        hosting.requireOpen(path);
    }

    /**
     * {@return the account of a request that the side process adds the credential to}
     *
     * @param path      an interface
     * @param fromAppId the query parameter, null if there is none
     */
    public String relayed(String path, @Nullable String fromAppId) {
        requireCloudCall(path);
        return platform == null ? sharing(fromAppId) : merchant(platform, fromAppId, path);
    }

    /**
     * {@return the account of a request with a WeChat token}
     *
     * @param sent the query parameter: a token, for a platform's merchant followed by an at sign and its AppID
     * @param path an interface
     */
    public String withToken(String sent, String path) {
        hosting.tokens().requireValid(tokenIn(sent));
        hosting.requireOpen(path);
        requireCloudCall(path);
        if (platform != null) {
            return merchant(platform, appIdIn(sent), path);
        }
        ApiError.requireAtGateway(appIdIn(sent) == null, 40014);
        return hosting.owner();
    }

    /**
     * {@return the AppID that a WeChat token belongs to or names, valid or not; null if it is unknown}
     *
     * @param sent the query parameter
     */
    public @Nullable String ownerOf(String sent) {
        if (!hosting.tokens().knows(tokenIn(sent))) {
            return null;
        }
        String appId = appIdIn(sent);
        return appId == null ? hosting.owner() : appId;
    }

    /**
     * {@return the AppID that a relayed request belongs to or names}
     *
     * @param fromAppId the query parameter, null if there is none
     */
    public String callerOf(@Nullable String fromAppId) {
        return fromAppId == null ? hosting.owner() : fromAppId;
    }

    /**
     * {@return the refusal of a WeChat token where there is no cloud hosting}
     *
     * @param sent the query parameter
     */
    public static ApiError unknown(String sent) {
        return IssuedTokens.refusal(tokenIn(sent));
    }

    private String sharing(@Nullable String fromAppId) {
        if (fromAppId == null || fromAppId.equals(hosting.owner())) {
            return hosting.owner();
        }
        ApiError.requireAtGateway(appIds.contains(fromAppId), 40013);
        ApiError.requireAtGateway(hosting.sharedWith().contains(fromAppId), 85105);
        return fromAppId;
    }

    /** The environment of a platform stands for the platform alone, as its component token does. */
    private String merchant(Platform of, @Nullable String appId, String path) {
        if (appId == null) {
            throw ApiError.gateway(61015);
        }
        ApiError.requireAtGateway(appIds.contains(appId), 40013);
        of.merchants().requireCallFor(appId, path);
        return appId;
    }

    private static void requireCloudCall(String path) {
        ApiError.requireAtGateway(WITHOUT_CLOUD_CALL.stream().noneMatch(path::startsWith), 48001);
    }

    private static String tokenIn(String sent) {
        int at = sent.indexOf('@');
        return at < 0 ? sent : sent.substring(0, at);
    }

    private static @Nullable String appIdIn(String sent) {
        int at = sent.indexOf('@');
        return at < 0 ? null : sent.substring(at + 1);
    }
}
