package io.github.camelwechat.material;

import java.time.Duration;
import java.util.Map;

import io.github.camelwechat.material.internal.session.AccountSession;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.journal.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Endpoints whose resolved settings are equal are one account: one token, one set of permits. */
class AccountSharingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @Test
    void endpointsOfOneAccountShareItsToken() {
        wechat.plainAccount();
        wechat.account("brand-a", Wechat.APP, Wechat.SECRET);
        String inUri = "wechat-material:own?appId=wxdemo&secret=" + Wechat.SECRET;

        wechat.upload("wechat-material:default", Samples.png(), Map.of());
        wechat.upload("wechat-material:default?type=image", Samples.png(), Map.of());
        wechat.upload("wechat-material:brand-a", Samples.png(), Map.of());
        wechat.upload(inUri, Samples.png(), Map.of());

        assertThat(wechat.uploads()).hasSize(4).allMatch(entry -> entry.errcode() == 0);
        assertThat(wechat.tokenCalls()).isEqualTo(1);
    }

    @Test
    void otherSettingsAreAnotherAccount() {
        wechat.plainAccount();
        wechat.account("brand-b", Wechat.OTHER_APP, Wechat.OTHER_SECRET);

        wechat.upload("wechat-material:default", Samples.png(), Map.of());
        wechat.upload("wechat-material:brand-b", Samples.png(), Map.of());

        assertThat(wechat.simulator().journal().entries(Wechat.STABLE_TOKEN)).extracting(JournalEntry::appId)
                .containsExactly(Wechat.APP, Wechat.OTHER_APP);
        assertThat(wechat.uploads()).extracting(JournalEntry::appId).containsExactly(Wechat.APP, Wechat.OTHER_APP);
    }

    @Test
    void endpointsOfOneAccountShareItsPermits() throws Exception {
        wechat.plainAccount().setMaxConcurrentRequests(1);
        String sameAccount = "wechat-material:default?type=image";
        wechat.upload("wechat-material:default", Samples.png(), Map.of());
        wechat.upload(sameAccount, Samples.png(), Map.of());
        try (WechatSimulator elsewhere = WechatSimulator.builder().app("wx2", "s2").start()) {
            wechat.account("elsewhere", "wx2", "s2").setApiUrl(elsewhere.url());
            Gate gate = wechat.simulator().faults().hold(Wechat.ADD_MATERIAL);

            Wechat.Sent first = wechat.begin("wechat-material:default", Samples.png());
            gate.awaitHeld(1, PATIENCE);
            Wechat.Sent second = wechat.begin(sameAccount, Samples.png());
            // twenty whole uploads that were begun later are over: had the second one a permit, it would have arrived
            for (int i = 0; i < 20; i++) {
                assertThat(wechat.upload("wechat-material:elsewhere", Samples.png(), Map.of()).getException()).isNull();
            }
            assertThat(wechat.simulator().journal().inFlight(Wechat.ADD_MATERIAL).now()).isEqualTo(1);
            gate.open();

            assertThat(first.await().getException()).isNull();
            assertThat(second.await().getException()).isNull();
        }
    }

    @Test
    void otherAccountsHavePermitsOfTheirOwn() throws Exception {
        wechat.plainAccount().setMaxConcurrentRequests(1);
        wechat.account("brand-b", Wechat.OTHER_APP, Wechat.OTHER_SECRET);
        Gate gate = wechat.simulator().faults().hold(Wechat.ADD_MATERIAL);

        Wechat.Sent first = wechat.begin("wechat-material:default", Samples.png());
        Wechat.Sent second = wechat.begin("wechat-material:brand-b", Samples.png());
        gate.awaitHeld(2, PATIENCE);
        gate.open();

        assertThat(first.await().getException()).isNull();
        assertThat(second.await().getException()).isNull();
    }

    @Test
    void anAccountOutlivesTheEndpointsThatAreMadeAnewForIt() throws Exception {
        wechat.plainAccount();
        WechatMaterialEndpoint endpoint = wechat.endpoint("wechat-material:default");
        wechat.upload(Samples.png());
        AccountSession before = endpoint.session();
        endpoint.stop();
        endpoint.start();

        assertThat(endpoint.session()).isSameAs(before);
    }
}
