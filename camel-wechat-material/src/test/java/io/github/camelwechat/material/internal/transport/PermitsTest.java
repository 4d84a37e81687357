package io.github.camelwechat.material.internal.transport;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has a permit, and who is next. */
class PermitsTest {

    private final Permits permits = new Permits(2);
    private final List<String> granted = new ArrayList<>();

    private Runnable ask(String who) {
        Runnable request = () -> granted.add(who);
        permits.acquire(request);
        return request;
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

        permits.release();
        assertThat(granted).containsExactly("a", "b", "c");
        permits.release();
        assertThat(granted).containsExactly("a", "b", "c", "d");
    }

    @Test
    void oneThatNobodyWaitsForIsKept() {
        ask("a");
        ask("b");
        permits.release();
        permits.release();

        ask("c");
        ask("d");
        ask("e");
        assertThat(granted).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whoNoLongerWantsOneIsPassedOver() {
        Runnable has = ask("a");
        ask("b");
        Runnable waits = ask("c");
        ask("d");

        assertThat(permits.forget(has)).as("has one already").isFalse();
        assertThat(permits.forget(waits)).isTrue();
        assertThat(permits.forget(waits)).as("waits no more").isFalse();
        permits.release();
        assertThat(granted).containsExactly("a", "b", "d");
    }

    @Test
    void closedTheyGoToNobodyAndWhoAsksWaits() {
        ask("a");
        ask("b");
        Runnable before = ask("before");
        permits.close();
        permits.release();
        Runnable after = ask("after");
        permits.release();

        assertThat(granted).containsExactly("a", "b");
        assertThat(permits.forget(before)).isTrue();
        assertThat(permits.forget(after)).isTrue();
    }
}
