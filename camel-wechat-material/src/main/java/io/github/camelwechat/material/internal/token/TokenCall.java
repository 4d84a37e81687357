package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.internal.call.CallerThread;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Asks an interface that hands out tokens, and works out how long the token serves. While the interface insists on a
 * token that was refused, it is not asked again for a while: that would only use up its quota. Thread-safe.
 */
final class TokenCall implements TokenSource {

    /** Of the answer, with the token of an account. */
    static final String FIELD = "access_token";
    static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** The time for which an interface counts as insisting. */
    static final Duration INSISTENCE_LASTS = Duration.ofSeconds(30);

    /** For five minutes around a renewal the old and the new token both work, with either interface. */
    private static final Duration OVERLAP = Duration.ofMinutes(4);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final TokenApi api;
    private final Supplier<ApiRequest> requests;
    private final String field;
    private final Duration timeout;
    private volatile @Nullable Insistence insistence;

    /** The interface has given again the token that was refused. */
    private record Insistence(AccessToken token, Instant until) {
    }

    /**
     * Creates a source.
     *
     * @param requests gives the request of each call
     * @param field    of the answer, with the token
     * @param timeout  for a call
     */
    TokenCall(TokenApi api, Supplier<ApiRequest> requests, String field, Duration timeout) {
        this.api = api;
        this.requests = requests;
        this.field = field;
        this.timeout = timeout;
    }

    @Override
    public Call<AccessToken> fetch(@Nullable Authorization refused) {
        Insistence known = insistence;
        if (known != null && known.token().authorization().equals(refused)
                && isAhead(api.clock(), known.until(), INSISTENCE_LASTS)) {
            return Call.of(known.token());
        }
        return make().map(token -> {
            insistence = token.authorization().equals(refused)
                    ? new Insistence(token, api.clock().instant().plus(INSISTENCE_LASTS)) : null;
            return token;
        });
    }

    private Call<AccessToken> make() {
        ApiRequest request = requests.get();
        Instant asked = api.clock().instant();
        return api.reporter().report(request.called(), MediaInfo.NONE, 1,
                sent -> new Deadline(api.timer(), timeout, "the limit of token calls").over(
                        request.called().wechatName(), () -> {
                            sent.run();
                            return api.api().send(
                                    request, Authorization.NONE, answer -> read(answer, asked), CallerThread.NONE, () -> {
                                    });
                        }),
                token -> null);
    }

    private AccessToken read(JsonAnswer answer, Instant asked) {
        String value = answer.id(field);
        int seconds = answer.count("expires_in");
        if (seconds == 0) {
            throw answer.unexpected("the answer has a token that has expired (expires_in is 0)");
        }
        Duration life = Duration.ofSeconds(seconds);
        Duration margin = shorter(MARGIN, life.dividedBy(10));
        return new AccessToken(
                Authorization.accessToken(value, true), asked.plus(life).minus(margin),
                asked.plus(life).minus(shorter(OVERLAP, life.dividedBy(2))));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /**
     * Returns whether a time is still to come. Further ahead than it was ever set, it is of a clock that was put back.
     */
    static boolean isAhead(Clock clock, Instant time, Duration most) {
        Instant now = clock.instant();
        return now.isBefore(time) && !now.isBefore(time.minus(most));
    }
}
