package io.github.camelwechat.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.simulator.token.RandomText;
import org.jspecify.annotations.Nullable;

/** Codes of one kind by their values, used and expired ones too. Not thread-safe. */
final class Codes {

    private static final int LENGTH = 100;
    private static final Duration KEPT_AFTER_END = Duration.ofDays(1);

    private final String prefix;
    private final RandomText random = new RandomText();
    private final Map<String, Code> byValue = new LinkedHashMap<>();

    Codes(String prefix) {
        this.prefix = prefix;
    }

    Code fresh(String owner, Instant now, Duration lifetime) {
        byValue.values().removeIf(code -> code.expired(now.minus(KEPT_AFTER_END)));
        Code code = new Code(random.of(prefix, LENGTH), owner, now.plus(lifetime));
        byValue.put(code.value(), code);
        return code;
    }

    @Nullable
    Code find(String value) {
        return byValue.get(value);
    }

    void clear() {
        byValue.clear();
    }
}
