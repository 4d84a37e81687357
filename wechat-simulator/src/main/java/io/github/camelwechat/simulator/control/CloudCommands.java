package io.github.camelwechat.simulator.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.cloud.CloudTokens;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.platform.TokenLife;
import org.jspecify.annotations.Nullable;

/** The cloud hosting by HTTP: its console, and its WeChat tokens. */
final class CloudCommands {

    private static final String SERVICE = "service";
    private static final String PATHS = "paths";
    private static final String SHARED_WITH = "shared_with";
    private static final String NOT_READY = "not_ready_seconds";
    private static final String SEQUENCE_IDS = "sequence_ids";
    private static final String TOKEN = "cloudbase_access_token";

    private final @Nullable CloudHosting cloud;

    CloudCommands(@Nullable CloudHosting cloud) {
        this.cloud = cloud;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/cloud", command -> view(cloud())),
                Route.of("POST", "/cloud", this::set),
                Route.of("GET", "/cloud/tokens", command -> Map.of("valid", tokens().valid())),
                Route.of("POST", "/cloud/tokens/rotate", command -> Map.of(TOKEN, tokens().rotate())),
                Route.of("POST", "/cloud/tokens/issue", command -> Map.of(TOKEN, tokens().issue())),
                Route.of("POST", "/cloud/tokens/life", this::life),
                Route.of("POST", "/cloud/tokens/expire", command -> {
                    tokens().expire();
                    return Route.DONE;
                }),
                Route.of("POST", "/cloud/tokens/displace", command -> {
                    tokens().displace();
                    return Route.DONE;
                }));
    }

    /** What is not named stays; all stays if anything is wrong. */
    private Object set(Command command) {
        command.allow(SERVICE, PATHS, SHARED_WITH, NOT_READY, SEQUENCE_IDS);
        CloudHosting hosting = cloud();
        ServiceState service
                = command.body().has(SERVICE) ? ServiceState.named(command.text(SERVICE)) : hosting.service();
        boolean sequenceIds = SwitchCommands.flag(command, SEQUENCE_IDS, hosting.sequenceIds());
        Collection<String> paths = texts(command, PATHS, hosting.allowedPaths());
        Collection<String> sharedWith = texts(command, SHARED_WITH, hosting.sharedWith());
        Duration notReady
                = command.body().has(NOT_READY) ? Duration.ofSeconds(command.number(NOT_READY, 0)) : null;
        hosting.change(service, paths, sharedWith, notReady, sequenceIds);
        return view(hosting);
    }

    private Object life(Command command) {
        command.allow("seconds", "grace_seconds");
        TokenLife old = tokens().life();
        cloud().tokenLife(
                new TokenLife(
                        Duration.ofSeconds(command.number("seconds", old.lifetime().toSeconds())),
                        Duration.ofSeconds(command.number("grace_seconds", old.grace().toSeconds()))));
        return view(cloud());
    }

    private static Collection<String> texts(Command command, String field, Collection<String> otherwise) {
        JsonNode given = command.body().path(field);
        if (given.isMissingNode()) {
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : given) {
            if (text.isTextual()) {
                texts.add(text.textValue());
            }
        }
        if (!given.isArray() || texts.size() != given.size()) {
            throw new IllegalArgumentException("'" + field + "' is a list of texts, not " + given);
        }
        return texts;
    }

    private CloudTokens tokens() {
        return cloud().tokens();
    }

    private CloudHosting cloud() {
        if (cloud == null) {
            throw new NotFoundException("There is no cloud hosting here: start the simulator with --cloud and an AppID");
        }
        return cloud;
    }

    private static Object view(CloudHosting hosting) {
        CloudTokens tokens = hosting.tokens();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("owner", hosting.owner());
        view.put("url", hosting.url());
        view.put(SERVICE, hosting.service().wireName());
        view.put("ready", hosting.ready());
        view.put(PATHS, hosting.allowedPaths());
        view.put(SHARED_WITH, hosting.sharedWith());
        view.put(SEQUENCE_IDS, hosting.sequenceIds());
        view.put("token_file", tokens.file() == null ? null : tokens.file().toString());
        view.put("token_file_error", tokens.fileError());
        view.put("token_seconds", tokens.life().lifetime().toSeconds());
        view.put("token_grace_seconds", tokens.life().grace().toSeconds());
        return view;
    }
}
