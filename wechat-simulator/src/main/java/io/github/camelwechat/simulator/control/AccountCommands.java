package io.github.camelwechat.simulator.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.token.Tokens;

/** Materials and tokens of the accounts by HTTP. */
final class AccountCommands {

    private final Libraries libraries;
    private final Tokens tokens;

    AccountCommands(Libraries libraries, Tokens tokens) {
        this.libraries = libraries;
        this.tokens = tokens;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/apps", command -> Map.of("apps", tokens.appIds())),
                Route.of("GET", "/apps/{appid}/materials", this::list),
                Route.of("DELETE", "/apps/{appid}/materials", this::clear),
                Route.of("GET", "/apps/{appid}/materials/{media_id}/bytes", this::bytes),
                Route.of("GET", "/apps/{appid}/tokens",
                        command -> Map.of("valid", tokens.valid(app(command)))),
                Route.of("POST", "/apps/{appid}/tokens/issue",
                        command -> Map.of("access_token", tokens.issue(app(command)))),
                Route.of("POST", "/apps/{appid}/tokens/expire", this::expire),
                Route.of("POST", "/apps/{appid}/tokens/displace", this::displace));
    }

    private Object list(Command command) {
        return Map.of("materials",
                libraries.of(app(command)).materials().stream().map(AccountCommands::view).toList());
    }

    private Object clear(Command command) {
        libraries.of(app(command)).clear();
        return null;
    }

    private Object bytes(Command command) {
        Material material = libraries.of(app(command)).find(command.segment(2)).orElseThrow(
                () -> new NotFoundException("No material '" + command.segment(2) + "' in " + app(command)));
        return Answer.bytes(material.format().contentType(), material.bytes());
    }

    private Object expire(Command command) {
        tokens.expire(app(command));
        return null;
    }

    private Object displace(Command command) {
        tokens.displace(app(command));
        return null;
    }

    private String app(Command command) {
        String appId = command.segment(1);
        if (!tokens.appIds().contains(appId)) {
            throw new NotFoundException("No app '" + appId + "' here; known are " + String.join(", ", tokens.appIds()));
        }
        return appId;
    }

    private static Map<String, Object> view(Material material) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("media_id", material.mediaId());
        view.put("type", material.type().wireName());
        view.put("name", material.name());
        view.put("title", material.title());
        view.put("introduction", material.introduction());
        view.put("format", material.format());
        view.put("size", material.size());
        view.put("sha256", material.sha256());
        view.put("update_time", material.updateTime().getEpochSecond());
        return view;
    }
}
