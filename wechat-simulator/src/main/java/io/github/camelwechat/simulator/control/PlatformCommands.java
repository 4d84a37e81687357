package io.github.camelwechat.simulator.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.platform.TokenLife;
import io.github.camelwechat.simulator.push.Event;
import io.github.camelwechat.simulator.push.Push;

/** Third-party platforms by HTTP: their settings, tickets, tokens and pushes. */
final class PlatformCommands {

    private static final String CALLBACK_URL = "callback_url";
    private static final String CREATE_TIME = "create_time";
    private static final String FIELDS = "fields";
    /** The end of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final Platforms platforms;
    private final Clock clock;

    PlatformCommands(Platforms platforms, Clock clock) {
        this.platforms = platforms;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/platforms", command -> Map.of("platforms", platforms.appIds())),
                Route.of("GET", "/platforms/{appid}", command -> view(platform(command))),
                Route.of("POST", "/platforms/{appid}/console", this::console),
                Route.of("POST", "/platforms/{appid}/console/new-aes-key",
                        command -> view(platform(command).changeEncodingAesKey())),
                Route.of("POST", "/platforms/{appid}/console/check-url",
                        command -> PushView.of(platform(command).pushes().checkUrl())),
                Route.of("POST", "/platforms/{appid}/whitelist", this::whitelist),
                Route.of("POST", "/platforms/{appid}/lives", this::lives),
                Route.of("POST", "/platforms/{appid}/tickets", command -> PushView.of(platform(command).tickets().push())),
                Route.of("POST", "/platforms/{appid}/tickets/pushing", this::pushing),
                Route.of("GET", "/platforms/{appid}/pushes", this::pushes),
                Route.of("POST", "/platforms/{appid}/pushes", this::push),
                Route.of("POST", "/platforms/{appid}/pushes/{number}/repeat", this::repeat),
                Route.of("GET", "/platforms/{appid}/tokens",
                        command -> Map.of("valid", platform(command).componentTokens().valid())),
                Route.of("POST", "/platforms/{appid}/tokens/issue",
                        command -> Map.of("component_access_token", platform(command).componentTokens().issue().value())),
                Route.of("POST", "/platforms/{appid}/tokens/expire", this::expire),
                Route.of("POST", "/platforms/{appid}/tokens/displace", this::displace),
                Route.of("POST", "/platforms/{appid}/pre-auth-codes",
                        command -> Map.of("pre_auth_code", platform(command).merchants().newPreAuthCode().value())),
                Route.of("POST", "/platforms/{appid}/forget", this::forget));
    }

    private Object console(Command command) {
        command.allow(CALLBACK_URL, "token", "aes_key");
        Platform platform = platform(command);
        String url = command.body().path(CALLBACK_URL).isNull()
                ? null : command.body().has(CALLBACK_URL) ? command.text(CALLBACK_URL) : platform.callbackUrl();
        String token = command.body().has("token") ? command.text("token") : platform.messageToken();
        String key = command.body().has("aes_key") ? command.text("aes_key") : platform.encodingAesKey();
        platform.console(url, token, key);
        return view(platform);
    }

    private Object whitelist(Command command) {
        return view(platform(command).ipWhitelist(RuleCommands.addresses(command)));
    }

    private Object lives(Command command) {
        command.allow("component_seconds", "component_grace_seconds", "authorizer_seconds", "authorizer_grace_seconds");
        Platform platform = platform(command);
        TokenLife component = life(command, "component", platform.componentTokens().life());
        TokenLife authorizer = life(command, "authorizer", platform.authorizerTokens().life());
        platform.componentTokenLife(component).authorizerTokenLife(authorizer);
        return view(platform);
    }

    private static TokenLife life(Command command, String whose, TokenLife old) {
        return new TokenLife(
                Duration.ofSeconds(command.number(whose + "_seconds", old.lifetime().toSeconds())),
                Duration.ofSeconds(command.number(whose + "_grace_seconds", old.grace().toSeconds())));
    }

    private Object pushing(Command command) {
        command.allow("on");
        JsonNode on = command.body().path("on");
        if (!on.isBoolean()) {
            throw new IllegalArgumentException("The body needs 'on', true or false");
        }
        platform(command).tickets().pushing(on.asBoolean());
        return view(platform(command));
    }

    private Object pushes(Command command) {
        return Map.of("pushes", platform(command).pushes().all().stream().map(PushView::of).toList());
    }

    private Object push(Command command) {
        command.allow("info_type", CREATE_TIME, FIELDS);
        JsonNode given = command.body().path(FIELDS);
        if (!given.isMissingNode() && !given.isObject()) {
            throw new IllegalArgumentException("'" + FIELDS + "' is an object, for example {\"status\":0}, not " + given);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        given.properties().forEach(field -> fields.put(field.getKey(), content(field)));
        return PushView.of(
                platform(command).pushes().send(new Event(command.text("info_type"), createTime(command), fields)));
    }

    private Instant createTime(Command command) {
        long seconds = command.number(CREATE_TIME, clock.instant().getEpochSecond());
        if (seconds < 0 || seconds > LAST_SECOND) {
            throw new IllegalArgumentException(
                    "'" + CREATE_TIME + "' is in Unix seconds, up to " + LAST_SECOND + ", not " + seconds);
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static Object content(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        if (value.isTextual() || value.isIntegralNumber()) {
            return value.isTextual() ? value.textValue() : value.numberValue();
        }
        throw new IllegalArgumentException("'" + field.getKey() + "' is neither a text nor a whole number: " + value);
    }

    private Object repeat(Command command) {
        String number = command.segment(2);
        long wanted = number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
        Platform platform = platform(command);
        if (platform.pushes().all().stream().noneMatch(push -> push.number() == wanted)) {
            throw new NotFoundException("No push " + number + " of " + platform.appId());
        }
        Push push = platform.pushes().repeat(wanted);
        return PushView.of(push);
    }

    private Object expire(Command command) {
        platform(command).componentTokens().expire();
        return Route.DONE;
    }

    private Object displace(Command command) {
        platform(command).componentTokens().displace();
        return Route.DONE;
    }

    private Object forget(Command command) {
        platform(command).forget();
        return Route.DONE;
    }

    private Platform platform(Command command) {
        return platforms.of(command.segment(1));
    }

    private static Object view(Platform platform) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(CALLBACK_URL, platform.callbackUrl());
        view.put("token", platform.messageToken());
        view.put("aes_key", platform.encodingAesKey());
        view.put("whitelist", new TreeSet<>(platform.ipWhitelist()));
        view.put("component_seconds", platform.componentTokens().life().lifetime().toSeconds());
        view.put("component_grace_seconds", platform.componentTokens().life().grace().toSeconds());
        view.put("authorizer_seconds", platform.authorizerTokens().life().lifetime().toSeconds());
        view.put("authorizer_grace_seconds", platform.authorizerTokens().life().grace().toSeconds());
        view.put("pushing_tickets", platform.tickets().pushing());
        view.put("newest_ticket", platform.tickets().newest());
        return view;
    }
}
