package io.github.camelwechat.simulator.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.simulator.rule.Switches;
import io.github.camelwechat.simulator.time.SimulatedClock;
import io.github.camelwechat.simulator.token.App;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The clock of the tickets, however often it is looked at. */
class TicketsTest {

    private final SimulatedClock clock
            = new SimulatedClock(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));
    private final Platforms platforms = new Platforms(
            List.of(new App("wxplatform", "secret")), List.of(), Map.of(), clock, new Switches().platform());

    @ParameterizedTest
    @CsvSource({ "0, 1", "599, 1", "600, 2", "1199, 2", "7200, 2" })
    void oneTicketAtOnceAndOneWhenTenMinutesAreOver(long seconds, int tickets) {
        Platform platform = platforms.of("wxplatform");
        platform.tickets().pushing(true);
        forward(seconds);
        platforms.pushDueTickets();
        platforms.pushDueTickets();

        assertThat(platform.pushes().all()).hasSize(tickets);
        platform.tickets().pushing(false);
        forward(600);
        platforms.pushDueTickets();
        assertThat(platform.pushes().all()).hasSize(tickets);
    }

    private void forward(long seconds) {
        clock.forward(Duration.ofSeconds(seconds));
    }
}
