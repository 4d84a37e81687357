package io.github.camelwechat.simulator.token;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.camelwechat.simulator.answer.ApiError;
import org.jspecify.annotations.Nullable;

/** Tokens of one kind by their values, ended ones too. Not thread-safe. Internal: not API. */
public final class IssuedTokens {

    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("[0-9]+_[A-Za-z0-9_-]{20,500}");
    private static final int LENGTH = 136;

    private final RandomText random = new RandomText();
    private final Map<String, AccessToken> byValue = new LinkedHashMap<>();

    /**
     * Makes a token.
     *
     * @param  owner    the AppID that it opens
     * @param  now      the beginning of its life
     * @param  lifetime the length of its life
     * @return          the token
     */
    public AccessToken fresh(String owner, Instant now, Duration lifetime) {
        byValue.values().removeIf(token -> token.forgettable(now));
        AccessToken token = new AccessToken(random.of("97_", LENGTH), owner, now, lifetime);
        byValue.put(token.value(), token);
        return token;
    }

    /**
     * {@return the token with that value, valid or not; null if it is unknown}
     *
     * @param value any text
     */
    public @Nullable AccessToken find(@Nullable String value) {
        return value == null ? null : byValue.get(value);
    }

    /**
     * {@return the refusal of a token that nobody was given: 41001, 40014 or 40001}
     *
     * @param value the token as the caller sent it, null if there was none
     */
    public static ApiError refusal(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return ApiError.gateway(41001);
        }
        return ApiError.gateway(LOOKS_LIKE_ONE.matcher(value).matches() ? 40001 : 40014);
    }

    /**
     * {@return the tokens of an owner, oldest first}
     *
     * @param owner an AppID
     */
    public List<AccessToken> of(String owner) {
        return byValue.values().stream().filter(token -> token.owner().equals(owner)).toList();
    }

    /** Forgets all tokens. */
    public void clear() {
        byValue.clear();
    }
}
