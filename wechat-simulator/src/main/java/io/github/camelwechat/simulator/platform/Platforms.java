package io.github.camelwechat.simulator.platform;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.github.camelwechat.simulator.rule.PlatformSwitches;
import io.github.camelwechat.simulator.token.App;
import io.github.camelwechat.simulator.token.UnknownAppException;
import org.jspecify.annotations.Nullable;

/** The third-party platforms by their AppIDs. Thread-safe. Internal: not API. */
public final class Platforms {

    private final Map<String, Platform> byAppId = new LinkedHashMap<>();
    private final Map<String, Consumer<Platform>> settings;

    /**
     * Platforms without settings, until the first {@link #reset}.
     *
     * @param apps     their AppIDs and secrets
     * @param appIds   the accounts that can become merchants
     * @param settings by AppID, what {@link #reset} brings about
     * @param clock    by which tickets, codes and tokens age
     * @param switches say what nobody knows
     */
    public Platforms(Collection<App> apps, Collection<String> appIds, Map<String, Consumer<Platform>> settings, Clock clock,
                     PlatformSwitches switches) {
        if (!apps.isEmpty()) {
            HttpClient http = http();
            apps.forEach(app -> byAppId.put(app.appId(), new Platform(app, appIds, clock, switches, http)));
        }
        this.settings = Map.copyOf(settings);
        settings.keySet().forEach(this::of);
    }

    /** System-wide proxy settings are for other machines. */
    private static HttpClient http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(HttpClient.Builder.NO_PROXY).build();
    }

    /** {@return the AppIDs} */
    public List<String> appIds() {
        return List.copyOf(byAppId.keySet());
    }

    /**
     * {@return a known platform}
     *
     * @param appId an AppID; an unknown one is refused with an {@link UnknownAppException}
     */
    public Platform of(String appId) {
        return find(appId).orElseThrow(() -> UnknownAppException.platform(appId, byAppId.keySet()));
    }

    /**
     * {@return the platform with that AppID, if there is one}
     *
     * @param appId any text
     */
    public Optional<Platform> find(String appId) {
        return Optional.ofNullable(byAppId.get(appId));
    }

    /**
     * {@return the platform that was given the component token, valid or not, if there is one}
     *
     * @param componentToken any text
     */
    public Optional<Platform> withComponentToken(@Nullable String componentToken) {
        return first(platform -> platform.componentTokens().knows(componentToken));
    }

    /**
     * {@return the platform that was given the access token of a merchant, valid or not, if there is one}
     *
     * @param authorizerToken any text
     */
    public Optional<Platform> withAuthorizerToken(@Nullable String authorizerToken) {
        return first(platform -> platform.authorizerTokens().ownerOf(authorizerToken) != null);
    }

    /** Pushes the tickets that are due. */
    public void pushDueTickets() {
        byAppId.values().forEach(platform -> platform.tickets().pushIfDue());
    }

    /** Every platform is as the builder has set it. */
    public void reset() {
        byAppId.values().forEach(Platform::reset);
        settings.forEach((appId, setting) -> setting.accept(of(appId)));
    }

    private Optional<Platform> first(Predicate<Platform> condition) {
        return byAppId.values().stream().filter(condition).findFirst();
    }
}
