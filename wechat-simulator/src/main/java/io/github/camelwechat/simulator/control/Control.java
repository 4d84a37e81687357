package io.github.camelwechat.simulator.control;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.api.Query;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.fault.Faults;
import io.github.camelwechat.simulator.journal.Journal;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.rule.Accounts;
import io.github.camelwechat.simulator.rule.Switches;
import io.github.camelwechat.simulator.time.SimulatedClock;
import io.github.camelwechat.simulator.token.Tokens;
import io.github.camelwechat.simulator.token.UnknownAppException;
import org.jspecify.annotations.Nullable;

/** The control API: every command of the Java API by HTTP, below {@value #ROOT}. Its requests are in no journal. */
public final class Control {

    /** Where the paths of all commands begin. */
    public static final String ROOT = "/__simulator";

    private final List<Route> routes = new ArrayList<>();
    private final SimulatedClock clock;

    /**
     * All commands, over the state of the simulator.
     *
     * @param cloud null if there is none
     * @param reset clears faults, journal and libraries, and sets rules and switches back
     */
    public Control(Tokens tokens, Libraries libraries, Accounts accounts, Platforms platforms,
                   @Nullable CloudHosting cloud, Switches switches, Faults faults, Journal journal, SimulatedClock clock,
                   Runnable reset) {
        this.clock = clock;
        routes.add(Route.of("GET", "", command -> overview()));
        routes.add(Route.of("POST", "/reset", command -> {
            reset.run();
            return Route.DONE;
        }));
        routes.add(Route.of("GET", "/clock", command -> time()));
        routes.add(Route.of("POST", "/clock/forward", this::forward));
        routes.addAll(new AccountCommands(libraries, tokens).routes());
        routes.addAll(new RuleCommands(accounts).routes());
        routes.addAll(new PlatformCommands(platforms, clock).routes());
        routes.addAll(new MerchantCommands(platforms).routes());
        routes.addAll(new CloudCommands(cloud).routes());
        routes.addAll(new SwitchCommands(switches).routes());
        routes.addAll(new FaultCommands(faults).routes());
        routes.addAll(new JournalCommands(journal).routes());
    }

    /**
     * Carries a command out.
     *
     * @param path behind {@link #ROOT}
     * @param body its bytes, may be none
     */
    public Answer run(String method, String path, Query query, byte[] body) {
        Optional<Route> route = routes.stream().filter(known -> known.matches(method, path)).findFirst();
        if (route.isEmpty()) {
            return answer(404, Map.of("error", "No command " + method + " " + path, "commands", commands()));
        }
        try {
            Object result = route.get().action().run(new Command(route.get(), path, query, json(body)));
            return result instanceof Answer answer
                    ? answer : answer(200, result);
        } catch (NotFoundException | UnknownAppException e) {
            return refusal(404, e);
        } catch (IllegalArgumentException e) {
            return refusal(400, e);
        } catch (IOException e) {
            return answer(500, Map.of("error", e.toString()));
        }
    }

    private Object forward(Command command) {
        command.allow("seconds");
        long seconds = command.number("seconds", 0);
        if (seconds <= 0) {
            throw new IllegalArgumentException("seconds has to be positive, not " + seconds);
        }
        clock.forward(Duration.ofSeconds(seconds));
        return time();
    }

    private Object time() {
        return Map.of("now", clock.instant());
    }

    private Object overview() {
        return Map.of("now", clock.instant(), "commands", commands());
    }

    private List<String> commands() {
        return routes.stream().map(route -> route.method() + " " + ROOT + route.path()).toList();
    }

    private static JsonNode json(byte[] body) {
        if (body.length == 0) {
            return Json.object();
        }
        try {
            JsonNode json = Json.read(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonEOFException e) {
            throw new IllegalArgumentException("The body is not JSON: it ends too early", e);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new IllegalArgumentException(
                    "The body is not JSON" + (at == null
                            ? "" : ": see line " + at.getLineNr() + ", column " + at.getColumnNr()),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The body is not JSON in UTF-8", e);
        }
        throw new IllegalArgumentException("The body is no JSON object");
    }

    private static Answer refusal(int status, RuntimeException e) {
        return answer(status, Map.of("error", String.valueOf(e.getMessage())));
    }

    private static Answer answer(int status, Object result) {
        return new Answer(status, "application/json", Json.plain(result), 0);
    }
}
