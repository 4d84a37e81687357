package io.github.camelwechat.simulator.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.platform.Merchant;
import io.github.camelwechat.simulator.platform.Merchants;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.platform.Redirect;

/** The administrators of merchants by HTTP: what they grant to a third-party platform, and take back. */
final class MerchantCommands {

    private static final String SETS = "permission_sets";
    private static final String GRACE = "grace_seconds";

    private final Platforms platforms;

    MerchantCommands(Platforms platforms) {
        this.platforms = platforms;
    }

    List<Route> routes() {
        String merchant = "/platforms/{appid}/merchants/{merchant}";
        return List.of(
                Route.of("GET", "/platforms/{appid}/merchants", this::list),
                Route.of("POST", merchant + "/authorize", this::authorize),
                Route.of("POST", merchant + "/withdraw", command -> PushView.of(merchants(command).withdraw(app(command)))),
                Route.of("POST", merchant + "/refresh-token", this::changeRefreshToken),
                Route.of("GET", merchant + "/tokens",
                        command -> Map.of("valid", platform(command).authorizerTokens().valid(known(command)))),
                Route.of("POST", merchant + "/tokens/issue",
                        command -> Map.of("access_token", platform(command).authorizerTokens().issue(known(command)).value())),
                Route.of("POST", merchant + "/tokens/expire", this::expire),
                Route.of("POST", merchant + "/tokens/displace", this::displace));
    }

    private Object list(Command command) {
        return Map.of("merchants", merchants(command).all().stream().map(MerchantCommands::view).toList());
    }

    private Object authorize(Command command) {
        command.allow(SETS, "pre_auth_code");
        List<Integer> sets = command.body().has(SETS) ? sets(command.body().path(SETS)) : null;
        Redirect redirect = merchants(command).authorize(app(command), sets, command.optionalText("pre_auth_code"));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("auth_code", redirect.authCode());
        view.put("expires_in", redirect.expiresIn());
        view.put("push", redirect.push() == null ? null : PushView.of(redirect.push()));
        return view;
    }

    private static List<Integer> sets(JsonNode given) {
        List<Integer> sets = new ArrayList<>();
        for (JsonNode set : given) {
            if (!set.canConvertToExactIntegral() || !set.canConvertToInt()) {
                throw new IllegalArgumentException("'" + SETS + "' is a list of numbers, for example [7,11], not " + given);
            }
            sets.add(set.intValue());
        }
        if (!given.isArray()) {
            throw new IllegalArgumentException("'" + SETS + "' is a list of numbers, for example [7,11], not " + given);
        }
        return sets;
    }

    private Object changeRefreshToken(Command command) {
        command.allow(GRACE);
        return view(merchants(command).changeRefreshToken(
                app(command), Duration.ofSeconds(command.number(GRACE, Merchants.GRACE.toSeconds()))));
    }

    private Object expire(Command command) {
        platform(command).authorizerTokens().expire(known(command));
        return Route.DONE;
    }

    private Object displace(Command command) {
        platform(command).authorizerTokens().displace(known(command));
        return Route.DONE;
    }

    private static Object view(Merchant merchant) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("appid", merchant.appId());
        view.put("authorized", merchant.authorized());
        view.put(SETS, merchant.permissionSets());
        view.put("auth_time", merchant.authorizedAt().getEpochSecond());
        view.put("refresh_token", merchant.refreshToken());
        return view;
    }

    private Platform platform(Command command) {
        return platforms.of(command.segment(1));
    }

    private Merchants merchants(Command command) {
        return platform(command).merchants();
    }

    private static String app(Command command) {
        return command.segment(2);
    }

    /** {@return the AppID in the path, if it is that of a merchant} */
    private String known(Command command) {
        return merchants(command).of(app(command)).appId();
    }
}
