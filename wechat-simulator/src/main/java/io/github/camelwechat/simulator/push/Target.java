package io.github.camelwechat.simulator.push;

import java.net.URI;
import java.net.http.HttpRequest;

import org.jspecify.annotations.Nullable;

/**
 * The receiver of a platform's pushes. Internal: not API.
 *
 * @param appId the platform
 * @param url   its callback URL, null if it has none
 * @param token the token that signs
 * @param key   the key that encrypts
 */
public record Target(String appId, @Nullable String url, String token, EncodingAesKey key) {

    /**
     * Refuses a URL that nothing can be pushed to, and a token that WeChat's console refuses.
     *
     * @param appId the platform
     * @param url   its callback URL, null if it has none
     * @param token the token that signs
     * @param key   the key that encrypts
     */
    public Target {
        if (url != null) {
            requireUrl(url);
        }
        if (!token.matches("[A-Za-z0-9]{3,32}")) {
            throw new IllegalArgumentException("The token must be 3 to 32 letters and digits");
        }
    }

    private static void requireUrl(String url) {
        try {
            HttpRequest.newBuilder(URI.create(url)).build();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + url + "' is no URL, such as \"http://127.0.0.1:8080/wechat\"; https is possible too", e);
        }
    }

    /** Without the token and the key. */
    @Override
    public String toString() {
        return "Target[" + appId + ", " + url + "]";
    }
}
