package io.github.camelwechat.material.internal.inflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has a permit, and who is next. */
class PermitsTest {

    private final Permits permits = new Permits(2);
    private final List<String> granted = new ArrayList<>();

    private final Map<String, Permits.Permit> held = new HashMap<>();

    private Call<Permits.Permit> ask(String who) {
        Call<Permits.Permit> permit = permits.acquire(WechatInterface.ADD_MATERIAL);
        permit.listen((got, failure) -> {
            if (failure == null) {
                granted.add(who);
                held.put(who, got);
            }
        });
        return permit;
    }

    private void release(String who) {
        held.get(who).release();
    }

    @Test
    void thereAreAsManyAsWereMade() {
        ask("a");
        ask("b");
        ask("c");

        assertThat(granted).containsExactly("a", "b");
    }

    @Test
    void whoWaitsLongestGetsTheNextOne() {
        for (String who : List.of("a", "b", "c", "d")) {
            ask(who);
        }

        release("a");
        assertThat(granted).containsExactly("a", "b", "c");
        release("b");
        assertThat(granted).containsExactly("a", "b", "c", "d");
    }

    @Test
    void oneThatNobodyWaitsForIsKept() {
        ask("a");
        ask("b");
        release("a");
        release("b");

        ask("c");
        ask("d");
        ask("e");
        assertThat(granted).containsExactly("a", "b", "c", "d");
    }

    @Test
    void onePermitIsGivenBackOnce() {
        ask("a");
        ask("b");
        ask("c");
        ask("d");
        release("a");
        release("a");

        assertThat(granted).containsExactly("a", "b", "c");
    }

    @Test
    void whoIsAbortedIsPassedOver() {
        Call<Permits.Permit> has = ask("a");
        ask("b");
        Call<Permits.Permit> waits = ask("c");
        ask("d");

        has.abort("too late");
        waits.abort("time is up");
        assertThat(waits.toFuture()).failsWithin(Duration.ZERO).withThrowableThat()
                .withCauseInstanceOf(NotSentException.class).withMessageContaining("addMaterial: not sent, time is up");
        release("a");
        assertThat(granted).containsExactly("a", "b", "d");
    }

    @Test
    void closedTheyGoToNobodyAndWhoAsksWaits() {
        ask("a");
        ask("b");
        Call<Permits.Permit> before = ask("before");
        permits.close();
        release("a");
        Call<Permits.Permit> after = ask("after");
        release("b");

        assertThat(granted).containsExactly("a", "b");
        assertThat(before.isEnded()).isFalse();
        after.abort("the component was stopped");
        assertThat(after.isEnded()).isTrue();
    }
}
