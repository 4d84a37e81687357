package io.github.camelwechat.material;

import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the table in docs/failures.md says of each operation. */
class FailurePerOperationTest {

    private static final Set<WechatInterface> CHANGING
            = Set.of(WechatInterface.ADD_MATERIAL, WechatInterface.UPLOAD_IMAGE, WechatInterface.DEL_MATERIAL);

    private final WechatSimulator wechat = TwoAccounts.simulator();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        TwoAccounts.addTo(context, wechat, 4, new WechatMaterialComponent());
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        wechat.close();
    }

    private WechatMaterialException failure(WechatInterface called, Fault fault) {
        // always: what changes nothing is sent again by itself, where a kept connection breaks
        wechat.faults().always(called.path(), fault);
        Exception failure = context.createFluentProducerTemplate()
                .to("wechat-material:brand-a?type=image&operation=" + called.wechatName())
                .withBody(Samples.png()).withHeaders(Map.of(WechatMaterialConstants.MEDIA_ID, "an-id")).send().getException();
        assertThat(failure).isInstanceOf(WechatMaterialException.class);
        return (WechatMaterialException) failure;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*(MATERIAL|IMAGE).*")
    void busyLeavesOpenOnlyWhatIsAddedAgainWithEachCall(WechatInterface called) {
        WechatMaterialException busy = failure(called, Fault.errcode(-1));

        assertThat(busy).isInstanceOf(WechatApiException.class);
        assertThat(busy.mayHaveTakenEffect()).isEqualTo(called == WechatInterface.ADD_MATERIAL);
        assertThat(busy.isRetryable()).isEqualTo(called != WechatInterface.ADD_MATERIAL);
        assertThat(((WechatApiException) busy).getAdvice()).isEqualTo(called == WechatInterface.ADD_MATERIAL
                ? "WeChat was busy. Before repeating addMaterial look whether what it sent has arrived."
                : "WeChat was busy: repeat the call a little later.");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*(MATERIAL|IMAGE).*")
    void anAnswerThatIsLostLeavesOpenWhatChangesSomething(WechatInterface called) {
        WechatMaterialException lost = failure(called, Fault.answerLost());

        assertThat(lost).isInstanceOf(UnknownOutcomeException.class);
        assertThat(lost.mayHaveTakenEffect()).isEqualTo(CHANGING.contains(called));
        assertThat(lost.isRetryable()).isEqualTo(!CHANGING.contains(called));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*(MATERIAL|IMAGE).*")
    void aRefusalIsNoneOfBoth(WechatInterface called) {
        WechatMaterialException refused = failure(called, Fault.errcode(48001));

        assertThat(refused.mayHaveTakenEffect()).isFalse();
        assertThat(refused.isRetryable()).isFalse();
    }
}
