package io.github.camelwechat.material.internal.platform;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.token.AccessToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks WeChat for what is pending of accounts, a few at a time, although nobody uploads: a code ends. Nobody waits for
 * it. Thread-safe.
 */
final class Redemptions {

    private static final Logger LOG = LoggerFactory.getLogger(Redemptions.class);
    private static final int AT_ONCE = 4;

    private final BooleanSupplier stopped;
    private final Queue<Merchant> waiting = new ArrayDeque<>();
    private final Set<Merchant> queued = new HashSet<>();
    private int running;

    /** @param stopped true while each call of the platform would fail */
    Redemptions(BooleanSupplier stopped) {
        this.stopped = stopped;
    }

    /** Begins to ask about accounts. Those without an answer are to be begun again after the next ticket. */
    void begin(Collection<Merchant> merchants) {
        synchronized (this) {
            merchants.stream().filter(queued::add).forEach(waiting::add);
        }
        run();
    }

    private void run() {
        for (Merchant next = next(); next != null; next = next()) {
            Call<AccessToken> token = next.tokens().renew(WechatInterface.QUERY_AUTH);
            Merchant asked = next;
            token.listen((given, failure) -> ended(asked, failure));
        }
    }

    private synchronized @Nullable Merchant next() {
        if (stopped.getAsBoolean()) {
            waiting.clear();
            queued.clear();
        }
        Merchant next = running < AT_ONCE ? polled() : null;
        if (next != null) {
            running++;
        }
        return next;
    }

    private @Nullable Merchant polled() {
        for (Merchant next = waiting.poll(); next != null; next = waiting.poll()) {
            queued.remove(next);
            // an upload may have been faster, or a withdrawal
            if (next.isPending()) {
                return next;
            }
        }
        return null;
    }

    private void ended(Merchant asked, @Nullable Throwable failure) {
        synchronized (this) {
            running--;
        }
        if (failure != null) {
            LOG.warn("What the account {} has granted is not known yet. {}", asked.appId(), failure.getMessage());
        }
        run();
    }
}
