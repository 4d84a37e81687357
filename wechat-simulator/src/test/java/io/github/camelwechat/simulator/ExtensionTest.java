package io.github.camelwechat.simulator;

import java.util.HashSet;
import java.util.Set;

import io.github.camelwechat.simulator.fault.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** One server for the class, nothing left over from the test before. */
class ExtensionTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private static final Set<String> URLS = new HashSet<>();

    private final ApiClient client = new ApiClient(wechat::url);

    @RepeatedTest(3)
    void eachTestBeginsAfresh() {
        assertThat(wechat.journal().entries()).isEmpty();
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
        String token = client.token();
        assertThat(client.upload(token, "image", "a.png", Samples.picture("png"), null).has("media_id")).isTrue();
        wechat.faults().always(STABLE_TOKEN, Fault.errcode(-1));
        URLS.add(wechat.url());
        assertThat(URLS).hasSize(1);
    }

    @Test
    void aFieldThatIsNotStaticIsExplained() {
        assertThatIllegalStateException().isThrownBy(() -> new WechatSimulatorExtension().url())
                .withMessageContaining("static");
    }

    @Nested
    class InANestedClass {

        @Test
        void theServerIsTheSame() {
            assertThat(client.token()).isNotEmpty();
        }
    }

    @Nested
    class InASecondNestedClass {

        @Test
        void theServerIsStillThere() {
            assertThat(client.token()).isNotEmpty();
        }
    }
}
