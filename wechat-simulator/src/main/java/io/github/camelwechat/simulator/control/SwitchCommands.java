package io.github.camelwechat.simulator.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.simulator.rule.Switches;
import io.github.camelwechat.simulator.rule.WhitelistScope;

/** The switches by HTTP. */
final class SwitchCommands {

    private static final String WHITELIST_SCOPE = "whitelist_scope";

    private final Switches switches;
    private final PlatformSwitchFields platform;

    SwitchCommands(Switches switches) {
        this.switches = switches;
        this.platform = new PlatformSwitchFields(switches.platform());
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/switches", command -> view()),
                Route.of("POST", "/switches", this::set));
    }

    /** What is not named stays; all stays if anything is wrong. */
    private Object set(Command command) {
        command.allow(view().keySet().toArray(String[]::new));
        boolean byTitle = flag(command, "videos_listed_by_title", switches.videosListedByTitle());
        boolean https = flag(command, "https_required", switches.httpsRequired());
        long listDelay = notNegative(command, "list_delay_seconds", switches.listDelay().toSeconds());
        long videoDelay = notNegative(command, "video_delay_millis", switches.videoDelay().toMillis());
        WhitelistScope scope = scope(command);
        boolean backgrounds = flag(command, "foreign_backgrounds_kept", switches.foreignBackgroundsKept());
        platform.set(command);
        switches.videosListedByTitle(byTitle).httpsRequired(https).listDelay(Duration.ofSeconds(listDelay))
                .videoDelay(Duration.ofMillis(videoDelay)).whitelistScope(scope).foreignBackgroundsKept(backgrounds);
        return view();
    }

    private WhitelistScope scope(Command command) {
        return command.body().has(WHITELIST_SCOPE)
                ? WhitelistScope.named(command.text(WHITELIST_SCOPE)) : switches.whitelistScope();
    }

    static boolean flag(Command command, String field, boolean otherwise) {
        return command.body().has(field) ? command.flag(field) : otherwise;
    }

    private static long notNegative(Command command, String field, long otherwise) {
        long value = command.number(field, otherwise);
        if (value < 0) {
            throw new IllegalArgumentException(field + " cannot be negative: " + value);
        }
        return value;
    }

    private Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("videos_listed_by_title", switches.videosListedByTitle());
        view.put("list_delay_seconds", switches.listDelay().toSeconds());
        view.put("https_required", switches.httpsRequired());
        view.put("video_delay_millis", switches.videoDelay().toMillis());
        view.put(WHITELIST_SCOPE, switches.whitelistScope().wireName());
        view.put("foreign_backgrounds_kept", switches.foreignBackgroundsKept());
        view.putAll(platform.view());
        return view;
    }
}
