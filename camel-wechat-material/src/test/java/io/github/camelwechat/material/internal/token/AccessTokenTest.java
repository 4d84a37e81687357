package io.github.camelwechat.material.internal.token;

import java.time.Instant;

import io.github.camelwechat.material.internal.transport.Authorization;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTokenTest {

    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final AccessToken TOKEN = new AccessToken(
            Authorization.accessToken("a-secret", true), START.plusSeconds(7190), START.plusSeconds(6960));

    @Test
    void servesUpToItsEnd() {
        assertThat(TOKEN.servesAt(START.plusSeconds(7190).minusNanos(1))).isTrue();
        assertThat(TOKEN.servesAt(START.plusSeconds(7190))).isFalse();
    }

    @Test
    void isDueForRenewalBeforeItsEnd() {
        assertThat(TOKEN.isDueAt(START.plusSeconds(6960).minusNanos(1))).isFalse();
        assertThat(TOKEN.isDueAt(START.plusSeconds(6960))).isTrue();
    }

    @Test
    void aFixedOneServesForEver() {
        AccessToken fixed = AccessToken.fixed(Authorization.accessToken("a-secret", false));
        assertThat(fixed.authorization().value()).isEqualTo("a-secret");
        assertThat(fixed.servesAt(START.plusSeconds(1_000_000_000))).isTrue();
        assertThat(fixed.isDueAt(START.plusSeconds(1_000_000_000))).isFalse();
    }

    @Test
    void showsNoSecret() {
        assertThat(TOKEN.toString()).contains("2026-11-23T01:59:50Z").doesNotContain("a-secret");
    }
}
