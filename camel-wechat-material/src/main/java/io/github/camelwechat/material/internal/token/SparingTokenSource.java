package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.transport.Authorization;
import org.jspecify.annotations.Nullable;

/**
 * Source that spares another one: while that insists on a token that was refused, it is not asked again for a while,
 * which would only use up a quota. Thread-safe.
 */
public final class SparingTokenSource implements TokenSource {

    /** The time for which a source counts as insisting. */
    static final Duration INSISTENCE_LASTS = Duration.ofSeconds(30);

    private final TokenSource source;
    private final Clock clock;
    private volatile @Nullable Insistence insistence;

    /** The source has given again the token that was refused. */
    private record Insistence(AccessToken token, Instant until) {
    }

    public SparingTokenSource(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Call<AccessToken> fetch(@Nullable Authorization refused) {
        Insistence known = insistence;
        if (known != null && known.token().authorization().equals(refused) && isAhead(clock, known.until(), INSISTENCE_LASTS)) {
            return Call.of(known.token());
        }
        return source.fetch(refused).map(token -> {
            insistence = token.authorization().equals(refused)
                    ? new Insistence(token, clock.instant().plus(INSISTENCE_LASTS)) : null;
            return token;
        });
    }

    @Override
    public boolean isLasting(Throwable failure) {
        return source.isLasting(failure);
    }

    /**
     * Returns whether a time is still to come. Further ahead than it was ever set, it is of a clock that was put back.
     */
    static boolean isAhead(Clock clock, Instant time, Duration most) {
        Instant now = clock.instant();
        return now.isBefore(time) && !now.isBefore(time.minus(most));
    }
}
