package io.github.camelwechat.simulator.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The calls that the IP white list of an account binds: WeChat's own pages contradict each other. */
public enum WhitelistScope {
    /** every call, with an access token too, as the newest page says */
    ALL,
    /** {@code token} and {@code stable_token} only, as older pages say */
    TOKEN;

    /** {@return the name in the control API and on the command line, for example {@code token}} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the scope of that name in the control API and on the command line}
     *
     * @param name for example {@code token}
     */
    public static WhitelistScope named(String name) {
        return Arrays.stream(values()).filter(scope -> scope.wireName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No white list scope '" + name + "'; there are " + names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(WhitelistScope::wireName).collect(Collectors.joining(", "));
    }
}
