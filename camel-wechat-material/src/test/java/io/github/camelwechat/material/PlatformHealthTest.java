package io.github.camelwechat.material;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The health check of a platform: one for all its merchants, without a call. */
class PlatformHealthTest {

    private static final String ID = "producer:wechat-material-platform-" + Wechat.PLATFORM_APP;

    private final WechatSimulator wechat = WechatSimulator.builder().app("wxshop", "s")
            .platform(Wechat.PLATFORM_APP, Wechat.PLATFORM_SECRET).start();
    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
        wechat.close();
    }

    private void start(Map<String, String> options) {
        String prefix = "camel.component.wechat-material.";
        String platform = prefix + "platforms[p].";
        Map.of("camel.health.producers-enabled", "true", prefix + "api-url", wechat.url(), platform + "app-id",
                Wechat.PLATFORM_APP, platform + "secret", Wechat.PLATFORM_SECRET, platform + "token", Wechat.PLATFORM_TOKEN,
                platform + "secret-key", Wechat.SECRET_KEY, platform + "store", "memory", prefix + "accounts[shop].app-id",
                "wxshop", prefix + "accounts[shop].platform", "p").forEach(main::addInitialProperty);
        options.forEach((option, value) -> main.addInitialProperty(prefix + option, value));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:alias").to("wechat-material:shop");
                from("direct:uri").to("wechat-material:wxshop?platform=p");
                from("direct:header").to("wechat-material:*?platform=p&allowMerchantByHeader=true");
                from("direct:many").toD("wechat-material:${header.m}?platform=p");
            }
        });
        main.start();
    }

    private PushedPlatform platform() {
        return new PushedPlatform(
                main.getCamelContext().getComponent("wechat-material", WechatMaterialComponent.class), "p",
                wechat.platform(Wechat.PLATFORM_APP));
    }

    private List<HealthCheck.Result> all() {
        return HealthCheckHelper.invoke(main.getCamelContext(), "full").stream()
                .filter(result -> result.getCheck().getId().contains("wechat-material")).toList();
    }

    private HealthCheck.Result check() {
        return all().stream().filter(result -> result.getCheck().getId().equals(ID)).findFirst().orElseThrow();
    }

    private Stream<HealthCheck.Result> readiness() {
        return HealthCheckHelper.invokeReadiness(main.getCamelContext(), "full").stream()
                .filter(result -> result.getCheck().getId().contains("wechat-material"));
    }

    @Test
    void platformWithoutATicketIsDownAndReady() {
        start(Map.of());

        assertThat(check().getState()).isEqualTo(State.DOWN);
        assertThat(check().getMessage()).hasValueSatisfying(message -> assertThat(message).contains("ticket"));
        assertThat(check().getDetails()).containsEntry("appId", Wechat.PLATFORM_APP);
        assertThat(readiness()).extracting(HealthCheck.Result::getState).containsExactly(State.UP);
    }

    @Test
    void norDoesItKeepAnApplicationUnreadyWhereAccountsDo() {
        start(Map.of("health-check-readiness", "account"));

        assertThat(check().getState()).isEqualTo(State.DOWN);
        assertThat(readiness()).isEmpty();
    }

    @Test
    void platformWithATicketIsUpWithoutACall() {
        start(Map.of());
        platform().takeTicket();

        for (int i = 0; i < 5; i++) {
            assertThat(check().getState()).isEqualTo(State.UP);
        }
        assertThat(wechat.journal().entries()).isEmpty();
    }

    @Test
    void merchantsHaveNoChecksOfTheirOwn() throws Exception {
        start(Map.of());
        platform().takeTicket();
        platform().authorize("wxshop");
        for (String route : List.of("alias", "uri", "header", "many")) {
            assertThat(main.getCamelTemplate().send("direct:" + route, exchange -> {
                exchange.getMessage().setBody(Samples.png());
                exchange.getMessage().setHeader("m", "wxshop");
                exchange.getMessage().setHeader(WechatMaterialConstants.MERCHANT, "wxshop");
            }).getException()).isNull();
        }

        assertThat(all()).extracting(result -> result.getCheck().getId()).containsExactlyInAnyOrder("wechat-material", ID);
    }

    @Test
    void checkIsSwitchedOffWithTheOthers() {
        start(Map.of("health-check-producer-enabled", "false"));

        assertThat(check().getState()).isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2 })
    void stoppedComponentHasNone(int starts) throws Exception {
        start(Map.of());
        for (int i = 1; i < starts; i++) {
            main.getCamelContext().getComponent("wechat-material").stop();
            main.getCamelContext().getComponent("wechat-material").start();
            platform().takeTicket();
            assertThat(check().getState()).isEqualTo(State.UP);
        }
        main.getCamelContext().getComponent("wechat-material").stop();

        assertThat(all()).isEmpty();
    }
}
