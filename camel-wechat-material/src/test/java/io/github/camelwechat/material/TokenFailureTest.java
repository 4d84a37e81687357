package io.github.camelwechat.material;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where there is no token nothing was sent, whatever the call for it ended in: handlers are chosen by that. */
class TokenFailureTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private final List<String> handlers = new CopyOnWriteArrayList<>();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    static List<Fault> faults() {
        return List.of(Fault.answerLost(), Fault.answerCut(5), Fault.status(502), Fault.garbage());
    }

    private void send(RouteBuilder routes) throws Exception {
        wechat.context().addRoutes(routes);
        wechat.send("direct:in", exchange -> exchange.getMessage().setBody(Samples.png()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void onExceptionTakesItForNotSent(Fault fault) throws Exception {
        wechat.simulator().faults().always(Wechat.STABLE_TOKEN, fault);

        send(new RouteBuilder() {
            @Override
            public void configure() {
                onException(NotSentException.class).handled(true).process(exchange -> handlers.add("not sent"));
                onException(UnknownOutcomeException.class).handled(true).process(exchange -> handlers.add("unknown"));
                onException(UnexpectedAnswerException.class).handled(true).process(exchange -> handlers.add("unexpected"));
                from("direct:in").to("wechat-material:default");
            }
        });

        assertThat(handlers).containsExactly("not sent");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void soDoesDoCatch(Fault fault) throws Exception {
        wechat.simulator().faults().always(Wechat.STABLE_TOKEN, fault);

        send(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").doTry().to("wechat-material:default")
                        .doCatch(UnknownOutcomeException.class).process(exchange -> handlers.add("unknown"))
                        .doCatch(UnexpectedAnswerException.class).process(exchange -> handlers.add("unexpected"))
                        .doCatch(NotSentException.class).process(exchange -> handlers.add("not sent"))
                        .end();
            }
        });

        assertThat(handlers).containsExactly("not sent");
    }

    @Test
    void theTextDoesNotSendAnybodyToLookForWhatWasNotSent() {
        wechat.simulator().faults().always(Wechat.STABLE_TOKEN, Fault.answerLost());

        Exchange result = wechat.upload(Samples.png());

        assertThat(result.getException()).hasMessageStartingWith("No access token: getStableAccessToken: ")
                .hasMessageNotContaining("Look whether");
    }

    @Test
    void aBusyTokenInterfaceMayBeAskedAgain() {
        wechat.simulator().faults().always(Wechat.STABLE_TOKEN, Fault.errcode(-1));

        WechatApiException failure = wechat.upload(Samples.png()).getException(WechatApiException.class);

        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.getAdvice()).isEqualTo("WeChat was busy: repeat the call a little later.");
    }
}
