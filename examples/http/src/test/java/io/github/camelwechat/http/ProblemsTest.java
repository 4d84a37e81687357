package io.github.camelwechat.http;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What no request brings about from outside. */
class ProblemsTest {

    @Test
    void whatIsThisSidesFaultIsNotTheClientsAndMayHaveComeBehindTheUpload() {
        Problem problem = Problems.of(new IllegalArgumentException("a fault of the route"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.error()).contains("may be in the library");
    }

    @Test
    void whatCouldNotBeReadWasNotSent() {
        Problem problem = Problems.of(new WechatMaterialException("no room to spool it"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.error()).contains("nothing was sent");
    }
}
