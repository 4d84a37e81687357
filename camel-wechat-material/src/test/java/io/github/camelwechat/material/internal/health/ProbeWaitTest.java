package io.github.camelwechat.material.internal.health;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When the checks of a probe wait, and for how long. */
class ProbeWaitTest {

    /** Near its overflow, which {@link System#nanoTime} may be. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final ProbeWait wait = new ProbeWait(now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void firstCallBeginsAndTheNextOnesShareWhatIsLeft() {
        assertThat(wait.begin()).isTrue();
        assertThat(wait.left()).isEqualTo(Duration.ofSeconds(2).toNanos());

        pass(Duration.ofMillis(1500));
        assertThat(wait.begin()).isFalse();
        assertThat(wait.left()).isEqualTo(Duration.ofMillis(500).toNanos());
    }

    @Test
    void callsAfterTheLimitDoNotWait() {
        wait.begin();

        pass(Duration.ofMillis(4999));

        assertThat(wait.begin()).isFalse();
        assertThat(wait.left()).isZero();
    }

    @Test
    void callAfterThePeriodBeginsAgain() {
        wait.begin();

        pass(Duration.ofSeconds(5));

        assertThat(wait.begin()).isTrue();
        assertThat(wait.left()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }
}
