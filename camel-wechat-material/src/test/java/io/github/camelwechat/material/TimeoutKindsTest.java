package io.github.camelwechat.material;

import java.time.Duration;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known of an upload whose time ran out: it depends on how far it had come. */
class TimeoutKindsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private void fails(Wechat.Sent sent, Class<? extends WechatMaterialException> kind, String option) throws Exception {
        sent.await();
        assertThat(sent.exchange().getException()).isExactlyInstanceOf(kind).hasMessageContaining(option);
        // the answer that comes too late all the same
        wechat.simulator().faults().clear();
        wechat.context().stop();
        assertThat(sent.callbacks()).as("callbacks").hasValue(1);
    }

    @Test
    void requestTimeoutBehindTheLastByteIsUnknown() throws Exception {
        wechat.configuration().setRequestTimeout(2000L);
        wechat.simulator().faults().hold(Wechat.ADD_MATERIAL);

        fails(wechat.begin("wechat-material:default", Samples.png()), UnknownOutcomeException.class, "requestTimeout");
    }

    @Test
    void requestTimeoutWhileWaitingForATokenIsNotSent() throws Exception {
        wechat.configuration().setRequestTimeout(300L);
        wechat.simulator().faults().hold(Wechat.STABLE_TOKEN);

        fails(wechat.begin("wechat-material:default", Samples.png()), NotSentException.class, "requestTimeout");
        assertThat(wechat.uploads()).isEmpty();
    }

    @Test
    void requestTimeoutWhileWaitingForAPermitIsNotSent() throws Exception {
        wechat.configuration().setMaxConcurrentRequests(1);
        wechat.configuration().setRequestTimeout(2000L);
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.errcode(40001));
        Gate gate = wechat.simulator().faults().hold(Wechat.ADD_MATERIAL);

        Wechat.Sent refused = wechat.begin("wechat-material:default", Samples.png());
        gate.awaitHeld(1, PATIENCE);
        Wechat.Sent next = wechat.begin("wechat-material:default", Samples.png());
        // the first one's token is refused, so it gives the permit to the second one and queues up behind it
        wechat.simulator().tokens().displace(Wechat.APP);
        gate.release(1);

        fails(refused, NotSentException.class, "requestTimeout");
        next.await();
    }

    @Test
    void responseTimeoutIsUnknown() throws Exception {
        wechat.configuration().setResponseTimeout(700L);
        wechat.simulator().faults().hold(Wechat.ADD_MATERIAL);

        Wechat.Sent sent = wechat.begin("wechat-material:default", Samples.png());
        fails(sent, UnknownOutcomeException.class, "no whole answer came (silence for 700 ms (responseTimeout))");
    }

    @Test
    void responseTimeoutOfTheTokenIsNotSent() throws Exception {
        wechat.configuration().setResponseTimeout(300L);
        wechat.simulator().faults().hold(Wechat.STABLE_TOKEN);

        fails(wechat.begin("wechat-material:default", Samples.png()), NotSentException.class,
                "No access token: getStableAccessToken: the request was sent, but no whole answer came");
    }

    @Test
    void anAnswerWithinBothIsNoFailure() throws Exception {
        wechat.simulator().faults().latency(Wechat.ADD_MATERIAL, Duration.ofMillis(200));

        assertThat(wechat.upload(Samples.png()).getException()).isNull();
    }
}
