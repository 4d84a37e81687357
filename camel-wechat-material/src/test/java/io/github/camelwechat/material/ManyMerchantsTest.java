package io.github.camelwechat.material;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorBuilder;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Thousands of merchants of one platform cost a token each, and no threads. */
class ManyMerchantsTest {

    private static final int MERCHANTS = 3000;
    private static final int MAX_THREADS = 64;
    private static final String ADD_MATERIAL = Wechat.ADD_MATERIAL;

    private final List<String> merchants = IntStream.range(0, MERCHANTS).mapToObj("wx%016x"::formatted).toList();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private WechatSimulator wechat;

    @BeforeEach
    void start() throws Exception {
        WechatSimulatorBuilder builder = WechatSimulator.builder().platform(Wechat.PLATFORM_APP, Wechat.PLATFORM_SECRET);
        merchants.forEach(appId -> builder.app(appId, "s"));
        wechat = builder.start();
        WechatMaterialComponent component = new WechatMaterialComponent();
        component.getConfiguration().setApiUrl(wechat.url());
        WechatMaterialPlatform platform = new WechatMaterialPlatform();
        platform.setAppId(Wechat.PLATFORM_APP);
        platform.setSecret(Wechat.PLATFORM_SECRET);
        platform.setToken(Wechat.PLATFORM_TOKEN);
        platform.setSecretKey(Wechat.SECRET_KEY);
        platform.setStore("memory");
        component.setPlatforms(new HashMap<>(Map.of("p", platform)));
        context.addComponent("wechat-material", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:toD").toD("wechat-material:${header.m}?platform=p");
                from("direct:header").setHeader(WechatMaterialConstants.MERCHANT, header("m"))
                        .to("wechat-material:*?platform=p&allowMerchantByHeader=true");
            }
        });
        context.start();
        PushedPlatform open = new PushedPlatform(component, "p", wechat.platform(Wechat.PLATFORM_APP));
        open.takeTicket();
        merchants.forEach(open::authorize);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        wechat.close();
    }

    @Test
    void tokensOfMerchantsSurviveTheirEndpoints() {
        List<Exchange> failed = new ArrayList<>();
        int threads = 0;
        for (String route : List.of("direct:toD", "direct:header")) {
            for (int round = 0; round < 2; round++) {
                for (String merchant : merchants) {
                    Exchange result = context.createProducerTemplate().request(route, exchange -> {
                        exchange.getMessage().setBody(Samples.png());
                        exchange.getMessage().setHeader("m", merchant);
                    });
                    if (result.getException() != null) {
                        failed.add(result);
                    }
                }
                threads = Math.max(threads, ourThreads());
            }
        }

        assertThat(failed).isEmpty();
        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(4 * MERCHANTS);
        assertThat(wechat.journal().count(PushedPlatform.QUERY_AUTH) + wechat.journal().count(PushedPlatform.AUTHORIZER_TOKEN))
                .as("calls for tokens of merchants").isEqualTo(MERCHANTS);
        assertThat(threads).isBetween(1, MAX_THREADS - 1);

        int calls = wechat.journal().entries().size();
        HealthCheckHelper.invoke(context);
        assertThat(wechat.journal().entries()).hasSize(calls);
        assertThat(merchants).allSatisfy(merchant -> assertThat(wechat.library(merchant).materials()).hasSize(4));
    }

    private static int ourThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("WechatMaterial") || thread.getName().contains("httpclient"))
                .count();
    }
}
