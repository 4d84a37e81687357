package io.github.camelwechat.material;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.camelwechat.material.ConnectionResolver.Connection;
import io.github.camelwechat.material.internal.media.NearestName;
import io.github.camelwechat.material.internal.media.VisibleText;
import io.github.camelwechat.material.internal.platform.Envelope;
import io.github.camelwechat.material.internal.platform.PlatformIdentity;
import io.github.camelwechat.material.internal.session.PlatformSettings;
import io.github.camelwechat.material.internal.store.Stores;
import org.apache.camel.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/** Platforms of the component by their names, with checked settings. */
final class PlatformResolver {

    /** In milliseconds, or with units. Camel reads other texts as 0. */
    private static final Pattern DURATION = Pattern.compile(
            "\\d{1,18}|(\\d{1,9}\\s*(d|h|m|s|ms)\\s*)+|PT(?=\\d)(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}S)?");
    private static final String DEFAULT_PUSH_MAX_AGE = "10m";

    private final Map<String, WechatMaterialPlatform> platforms;
    private final ConnectionResolver connections;

    /** @throws IllegalArgumentException if a platform has a name that no option may have */
    PlatformResolver(Map<String, WechatMaterialPlatform> platforms, ConnectionResolver connections) {
        this.platforms = platforms;
        this.connections = connections;
        AccountResolver.requireNames("platform", platforms.keySet());
    }

    boolean isKnown(String name) {
        return platforms.containsKey(name);
    }

    /** @throws IllegalArgumentException if there is no such platform, or an option of it cannot be right */
    PlatformSettings resolve(String name) {
        if (!platforms.containsKey(name)) {
            throw new IllegalArgumentException("There is no platform '" + VisibleText.excerpt(name) + "'; " + known(name));
        }
        WechatMaterialPlatform platform = platforms.get(name);
        if (platform == null) {
            throw new IllegalArgumentException(
                    "The platform '" + name + "' is null; give its appId, secret, token, secretKey and store, or take the name"
                                               + " out");
        }
        PlatformIdentity identity = identity(name, platform);
        String store = store(name, platform);
        Connection connection = connections.resolve(platform);
        return new PlatformSettings(
                identity, connection.apiUrl(), connection.maxConcurrentRequests(), connection.transport(),
                connection.connectTimeout(), connection.responseTimeout(), connection.requestTimeout(), store,
                pushMaxAge(name, platform));
    }

    private static PlatformIdentity identity(String name, WechatMaterialPlatform platform) {
        List<String> missing = new ArrayList<>();
        String appId = required(name, "appId", platform.getAppId(), missing);
        String secret = required(name, "secret", platform.getSecret(), missing);
        String token = required(name, "token", platform.getToken(), missing);
        String secretKey = required(name, "secretKey", platform.getSecretKey(), missing);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "The platform '" + name + "' needs appId, secret, token, secretKey and store; " + String.join(", ", missing)
                                               + (missing.size() == 1 ? " is missing" : " are missing"));
        }
        // early: not with the first push
        new Envelope(appId, token, secretKey);
        return new PlatformIdentity(appId, secret, token, secretKey);
    }

    private static String required(String name, String option, @Nullable String value, List<String> missing) {
        String given = Placeholders.credential(owner(name), option, value);
        if (given == null) {
            missing.add(option);
            return "";
        }
        return given;
    }

    private static String store(String name, WechatMaterialPlatform platform) {
        String store = platform.getStore() == null ? "" : platform.getStore().strip();
        if (store.isEmpty()) {
            throw new IllegalArgumentException(
                    "The platform '" + name + "' has no store for its tickets and authorizations. Set store to memory, which"
                                               + " forgets all when the process ends, or to file:DIR with a folder.");
        }
        Placeholders.refuseWithin(
                "store of the " + owner(name), store, "check that the property or variable exists");
        Stores.requireLocation(store);
        return store;
    }

    private static Duration pushMaxAge(String name, WechatMaterialPlatform platform) {
        String text = platform.getPushMaxAge() == null ? DEFAULT_PUSH_MAX_AGE : platform.getPushMaxAge().strip();
        if (!DURATION.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "pushMaxAge of the " + owner(name) + " is '" + VisibleText.excerpt(text)
                                               + "', but has to be a duration such as 10m, or 0 for pushes of any age");
        }
        return text.startsWith("PT") ? Duration.parse(text) : Duration.ofMillis(TimeUtils.toMilliSeconds(text));
    }

    private String known(String written) {
        return platforms.isEmpty()
                ? "none is configured: fill the component's platforms"
                : "known are " + String.join(", ", new TreeSet<>(platforms.keySet())) + "; the nearest is "
                  + NearestName.of(written, platforms.keySet());
    }

    private static String owner(String name) {
        return "platform '" + name + "'";
    }
}
