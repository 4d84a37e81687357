package io.github.camelwechat.quickstart;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Whose library the files go to. A class with no text form, so that the secret is in none. */
final class Account {

    static final String APP_ID = "WECHAT_APP_ID";
    static final String SECRET = "WECHAT_APP_SECRET";
    static final String API_URL = "WECHAT_API_URL";

    private static final String WECHAT = "https://api.weixin.qq.com";

    private final String appId;
    private final String secret;
    private final String apiUrl;

    Account(String appId, String secret, String apiUrl) {
        this.appId = appId;
        this.secret = secret;
        this.apiUrl = apiUrl;
    }

    /**
     * {@return the account of the user's own, if the settings name one}
     *
     * @param  settings                 gives the value of a setting, or null
     * @throws IllegalArgumentException if they name only a part of one
     */
    static Optional<Account> of(Function<String, @Nullable String> settings) {
        String appId = read(settings, APP_ID);
        String secret = read(settings, SECRET);
        String apiUrl = read(settings, API_URL);
        if (appId == null && secret == null && apiUrl == null) {
            return Optional.empty();
        }
        if (appId == null || secret == null) {
            throw new IllegalArgumentException(
                    "An account of your own takes " + APP_ID + " and " + SECRET + "; " + (appId == null ? APP_ID : SECRET)
                                               + " is not set. Without any of the settings a simulator is used.");
        }
        return Optional.of(new Account(appId, secret, apiUrl == null ? WECHAT : apiUrl));
    }

    private static @Nullable String read(Function<String, @Nullable String> settings, String name) {
        String value = settings.apply(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.contains("{{")) {
            // Camel would take it for a placeholder, and print it
            throw new IllegalArgumentException(name + " may not hold {{");
        }
        return value;
    }

    String appId() {
        return appId;
    }

    String secret() {
        return secret;
    }

    String apiUrl() {
        return apiUrl;
    }
}
