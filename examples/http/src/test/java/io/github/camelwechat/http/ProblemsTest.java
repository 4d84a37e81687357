package io.github.camelwechat.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTest {

    @Test
    void whatIsThisSidesFaultIsNotTheClients() {
        assertThat(Problems.of(new IllegalArgumentException("a fault of the route")).status()).isEqualTo(500);
    }
}
