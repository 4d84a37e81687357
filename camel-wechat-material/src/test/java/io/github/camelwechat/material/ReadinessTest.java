package io.github.camelwechat.material;

import java.util.List;
import java.util.Map;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers of a readiness probe for several accounts, in Camel's own registry of health checks. */
class ReadinessTest {

    private static final String COMPONENT = "camel.component.wechat-material.";
    private static final String GOOD = "planted-good";
    private static final String BAD = "planted-wrong";

    private final WechatSimulator wechat = WechatSimulator.builder().app("wxa", GOOD).app("wxb", GOOD).start();
    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
        wechat.close();
    }

    private void start(String secretOfA, String secretOfB, Map<String, String> options) {
        Map.of("camel.health.producers-enabled", "true", COMPONENT + "api-url", wechat.url(),
                COMPONENT + "accounts[brand-a].app-id", "wxa", COMPONENT + "accounts[brand-a].secret", secretOfA,
                COMPONENT + "accounts[brand-b].app-id", "wxb", COMPONENT + "accounts[brand-b].secret", secretOfB)
                .forEach(main::addInitialProperty);
        options.forEach(main::addInitialProperty);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:a").to("wechat-material:brand-a");
                from("direct:b").to("wechat-material:brand-b");
            }
        });
        main.start();
    }

    private List<HealthCheck.Result> ready() {
        return ours(HealthCheckHelper.invokeReadiness(main.getCamelContext(), "full").stream().toList());
    }

    private List<HealthCheck.Result> all() {
        return ours(HealthCheckHelper.invoke(main.getCamelContext(), "full").stream().toList());
    }

    private static List<HealthCheck.Result> ours(List<HealthCheck.Result> results) {
        return results.stream().filter(result -> !result.getCheck().getId().matches("context|(route|consumer):.*")).toList();
    }

    private static List<String> states(List<HealthCheck.Result> results) {
        return results.stream().map(result -> result.getCheck().getId() + " " + result.getState()).toList();
    }

    private int tokenCalls() {
        return wechat.journal().count(Wechat.STABLE_TOKEN);
    }

    @Test
    void badAccountAmongGoodOnesShowsInHealthAndLeavesReadinessUp() {
        start(GOOD, BAD, Map.of());

        assertThat(states(ready())).containsExactly("wechat-material UP");
        assertThat(ours(List.copyOf(HealthCheckHelper.invokeLiveness(main.getCamelContext(), "full")))).isEmpty();
        assertThat(states(all())).containsExactlyInAnyOrder(
                "wechat-material UP", "producer:wechat-material-brand-a UP", "producer:wechat-material-brand-b DOWN");
        assertThat(all()).filteredOn(result -> result.getCheck().getId().startsWith("producer:")).hasSize(2)
                .allSatisfy(result -> {
                    assertThat(result.getCheck().isReadiness()).isFalse();
                    assertThat(result.getCheck().isLiveness()).isFalse();
                    assertThat(result.getDetails()).containsEntry("check.kind", HealthCheck.Kind.ALL);
                });
    }

    @Test
    void readinessIsDownIfAllAccountsAreDown() {
        start(BAD, BAD, Map.of());

        assertThat(ready()).singleElement().satisfies(result -> {
            assertThat(result.getCheck().getId()).isEqualTo("wechat-material");
            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getMessage().orElseThrow())
                    .matches("None of the accounts in use [(]2[)] has an access token; brand-a: .*40125.*");
            assertThat(result.getError()).as("indicators print it at every probe").isEmpty();
            assertThat(result.getMessage() + " " + result.getDetails()).doesNotContain("planted");
        });
    }

    @Test
    void readinessFollowsTheAccountsInUse() throws Exception {
        start(BAD, BAD, Map.of());
        CamelContext context = main.getCamelContext();
        String good = "wechat-material:wxa?secret=" + GOOD + "&apiUrl=" + wechat.url();

        context.getEndpoint(good).start();
        assertThat(states(ready())).containsExactly("wechat-material UP");

        context.removeEndpoints("wechat-material://wxa*");
        assertThat(states(ready())).containsExactly("wechat-material DOWN");

        context.removeEndpoints("wechat-material://*");
        assertThat(states(all())).as("no account is in use").containsExactly("wechat-material UP");
    }

    @Test
    void probeOfEverythingCallsForTheTokenOfAnAccountOnce() {
        start(GOOD, GOOD, Map.of());
        wechat.faults().always(Wechat.STABLE_TOKEN, Fault.status(502));

        assertThat(states(all())).containsExactlyInAnyOrder(
                "wechat-material DOWN", "producer:wechat-material-brand-a DOWN", "producer:wechat-material-brand-b DOWN");

        assertThat(tokenCalls()).isEqualTo(2);
    }

    @Test
    void probesOfReadinessShareTheCallsOfSomeSeconds() {
        start(GOOD, GOOD, Map.of());
        wechat.faults().always(Wechat.STABLE_TOKEN, Fault.status(502));

        for (int i = 0; i < 3; i++) {
            assertThat(states(ready())).containsExactly("wechat-material DOWN");
        }

        assertThat(tokenCalls()).isEqualTo(2);
    }

    @Test
    void repositoryOfProducersHasReadinessChecksOnly() {
        start(GOOD, BAD, Map.of());

        assertThat(HealthCheckHelper.getHealthCheckRepository(main.getCamelContext(), "producers").stream())
                .as("MicroProfile Health takes them all for readiness")
                .extracting(HealthCheck::getId).containsExactly("wechat-material");
    }

    @Test
    void checksOfAccountsAreReadinessIfSet() {
        start(GOOD, BAD, Map.of(COMPONENT + "health-check-readiness", "account"));

        assertThat(states(ready())).containsExactlyInAnyOrder(
                "producer:wechat-material-brand-a UP", "producer:wechat-material-brand-b DOWN");
        assertThat(states(all())).hasSize(2);
        assertThat(all()).allSatisfy(
                result -> assertThat(result.getDetails()).containsEntry("check.kind", HealthCheck.Kind.READINESS));
    }

    @Test
    void disabledChecksAreNoReadiness() {
        start(BAD, BAD, Map.of(COMPONENT + "health-check-producer-enabled", "false"));

        assertThat(ready()).isEmpty();
        assertThat(all()).hasSize(3).extracting(HealthCheck.Result::getState).containsOnly(State.UNKNOWN);
        assertThat(tokenCalls()).isZero();
    }

    @Test
    void nothingIsCheckedUnlessChecksOfProducersAreEnabled() {
        start(BAD, BAD, Map.of("camel.health.producers-enabled", "false"));
        assertThat(all()).isEmpty();

        HealthCheckHelper.getHealthCheckRepository(main.getCamelContext(), "producers").setEnabled(true);

        assertThat(all()).hasSize(3);
    }

    @Test
    void excludedAccountDoesNotCount() {
        start(GOOD, BAD, Map.of("camel.health.exclude-pattern", "wechat-material-brand-a"));

        assertThat(states(ready())).containsExactly("wechat-material DOWN");
        assertThat(ready().get(0).getMessage().orElseThrow())
                .startsWith("None of the accounts in use (1) has an access token; brand-b: ");
    }

    @Test
    void componentsOfOneContextHaveChecksOfTheirOwn() throws Exception {
        start(GOOD, BAD, Map.of());
        CamelContext context = main.getCamelContext();
        WechatMaterialComponent second = new WechatMaterialComponent();
        second.getConfiguration().setApiUrl(wechat.url());
        context.addComponent("second", second);
        context.getEndpoint("second:brand-b?appId=wxb&secret=" + BAD).start();

        assertThat(states(ready())).containsExactlyInAnyOrder("wechat-material UP", "second DOWN");
        assertThat(states(all())).contains("producer:wechat-material-brand-b DOWN", "producer:second-brand-b DOWN")
                .hasSize(5);

        second.stop();
        assertThat(states(all())).containsExactlyInAnyOrder(
                "wechat-material UP", "producer:wechat-material-brand-a UP", "producer:wechat-material-brand-b DOWN");
    }

    @Test
    void componentThatIsStartedAgainHasItsChecksAgain() throws Exception {
        start(GOOD, BAD, Map.of());
        CamelContext context = main.getCamelContext();
        context.getComponent("wechat-material").stop();
        assertThat(all()).isEmpty();

        context.getComponent("wechat-material").start();
        main.getCamelTemplate().send("direct:a", exchange -> exchange.getMessage().setBody(Samples.png()));

        assertThat(states(all())).containsExactlyInAnyOrder("wechat-material UP", "producer:wechat-material-brand-a UP");
    }
}
