package io.github.camelwechat.material.error;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTest {

    @Test
    void aCodeThatIsNotListedIsNotRepeated() {
        WechatApiException failure = new WechatApiException("addMaterial", 99999, "news to us", null);

        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.getAdvice()).isEqualTo("See WeChat's table of return codes.");
    }
}
