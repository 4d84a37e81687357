package io.github.camelwechat.docs;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Which exception each phase of an upload ends in, and whether the material is there, as the page on failures says. */
class FailurePhasesTest {

    private static final String STABLE_TOKEN = "/cgi-bin/stable_token";
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    /** So much that it is under way for some time. */
    private static final int LARGE = 10 << 20;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final WechatMaterialComponent component = DemoAccount.addTo(context, wechat);

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    private Exchange upload(String options, Object body, Map<String, Object> headers) {
        return context.createFluentProducerTemplate().to("wechat-material:default" + options).withBody(body)
                .withHeaders(headers).send();
    }

    private Exchange upload(Object body) {
        return upload("", body, Map.of());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(STABLE_TOKEN, Fault.status(502), NotSentException.class, 0),
                arguments(STABLE_TOKEN, Fault.garbage(), NotSentException.class, 0),
                arguments(STABLE_TOKEN, Fault.answerLost(), NotSentException.class, 0),
                arguments(STABLE_TOKEN, Fault.errcode(40125), WechatApiException.class, 0),
                arguments(ADD_MATERIAL, Fault.resetAmidBody(1000), NotSentException.class, 0),
                arguments(ADD_MATERIAL, Fault.resetAfterBody(), UnknownOutcomeException.class, 0),
                arguments(ADD_MATERIAL, Fault.answerLost(), UnknownOutcomeException.class, 1),
                arguments(ADD_MATERIAL, Fault.closeWithoutAnswer(), UnknownOutcomeException.class, 1),
                arguments(ADD_MATERIAL, Fault.answerCut(10), UnknownOutcomeException.class, 1),
                arguments(ADD_MATERIAL, Fault.status(412), UnexpectedAnswerException.class, 0),
                arguments(ADD_MATERIAL, Fault.status(502), UnexpectedAnswerException.class, 0),
                arguments(ADD_MATERIAL, Fault.garbage(), UnexpectedAnswerException.class, 1),
                arguments(ADD_MATERIAL, Fault.errcode(45009), WechatApiException.class, 0));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultEndsAs(String path, Fault fault, Class<? extends Exception> kind, int stored) {
        wechat.faults().always(path, fault);

        assertThat(upload(PaddedPictures.png(LARGE)).getException()).isInstanceOf(kind);

        assertThat(wechat.library("wxdemo").materials()).hasSize(stored);
    }

    @Test
    void aMessageThatAsksForWhatIsNotThere() {
        Map<String, Object> deletion = Map.of("CamelWechatMaterialOperation", "delMaterial", "CamelWechatMaterialMediaId", "a");

        assertThat(upload("", Pictures.png(), deletion).getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(upload("", Pictures.png(), Map.of("CamelWechatMaterialType", "music")).getException())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(upload("not media").getException()).isInstanceOf(InvalidMaterialException.class);
        assertThat(wechat.journal().entries()).isEmpty();
    }

    @Test
    void aRefusalOfTheAddressNamesItAndIsBelievedForAWhile() {
        wechat.faults().always(STABLE_TOKEN, Fault.errcode(40164));

        for (int i = 0; i < 3; i++) {
            assertThat(upload(Pictures.png()).getException()).isInstanceOfSatisfying(
                    WechatApiException.class, refusal -> {
                        assertThat(refusal.getErrcode()).isEqualTo(40164);
                        assertThat(refusal.getOperation()).isEqualTo("getStableAccessToken");
                    });
        }
        assertThat(wechat.journal().count(STABLE_TOKEN)).isEqualTo(1);
    }

    @Test
    void noConnection() {
        component.getConfiguration().setApiUrl("http://127.0.0.1:1");

        assertThat(upload(Pictures.png()).getException()).isInstanceOf(NotSentException.class)
                .hasMessageStartingWith("No access token: ");
    }

    @Test
    void silence() {
        component.getConfiguration().setResponseTimeout(200L);
        assertThat(upload(Pictures.png()).getException()).isNull();
        try (var gate = wechat.faults().hold(ADD_MATERIAL)) {
            assertThat(upload(Pictures.png()).getException()).isInstanceOf(UnknownOutcomeException.class);
            assertThat(gate.held()).isEqualTo(1);
        }
    }

    @Test
    void aStaleTokenIsRenewedAndTheRequestSentOnceMore() {
        assertThat(upload(Pictures.png()).getException()).isNull();
        wechat.tokens().displace("wxdemo");

        assertThat(upload(Pictures.png()).getException()).isNull();

        assertThat(wechat.journal().entries(ADD_MATERIAL)).extracting(call -> call.errcode()).containsExactly(0, 40001, 0);
    }

    @Test
    void butNotWithTheTokenThatWasRefused() {
        wechat.faults().always(ADD_MATERIAL, Fault.errcode(40001));

        assertThat(upload(Pictures.png()).getException()).isInstanceOf(WechatApiException.class);

        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(1);
    }
}
