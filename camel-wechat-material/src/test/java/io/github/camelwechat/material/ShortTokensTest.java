package io.github.camelwechat.material;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorBuilder;
import io.github.camelwechat.simulator.platform.TokenLife;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens that end and are replaced amid uploads cost none of these. */
class ShortTokensTest {

    private static final int UPLOADS = 500;
    private static final Duration LIFE = Duration.ofSeconds(3);

    private static WechatSimulator simulator(List<String> merchants) {
        WechatSimulatorBuilder simulator = WechatSimulator.builder().platform(ServiceProvider.APP_ID, ServiceProvider.SECRET);
        merchants.forEach(merchant -> simulator.app(merchant, "secret-of-" + merchant));
        return simulator.start();
    }

    private static void fill(Exchange exchange, String header, String merchant) {
        exchange.getMessage().setHeader(header, merchant);
        exchange.getMessage().setBody(Samples.png());
    }

    private static void succeed(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError(exchange.getException());
        }
    }

    @Test
    void tokensOfThreeSecondsFailNoUpload() throws Exception {
        List<String> merchants = List.of("wxshop", "wxother");
        try (WechatSimulator simulator = simulator(merchants);
             ServiceProvider provider = new ServiceProvider(simulator, "memory")) {
            provider.console().authorizerTokenLife(new TokenLife(LIFE, Duration.ZERO));
            provider.console().componentTokenLife(new TokenLife(LIFE, Duration.ZERO));
            provider.pushTicket();
            provider.authorize(merchants);
            simulator.faults().latency(Wechat.ADD_MATERIAL, Duration.ofMillis(500));
            ProducerTemplate template = provider.context().createProducerTemplate();

            List<CompletableFuture<Exchange>> sent = IntStream.range(0, 2 * UPLOADS).mapToObj(number -> template.asyncSend(
                    ServiceProvider.ANY_MERCHANT,
                    exchange -> fill(exchange, WechatMaterialConstants.MERCHANT, merchants.get(number % 2)))).toList();

            for (CompletableFuture<Exchange> one : sent) {
                succeed(one.get());
            }
            assertThat(merchants).allSatisfy(
                    merchant -> assertThat(simulator.library(merchant).materials()).as(merchant).hasSize(UPLOADS));
            assertThat(simulator.journal().count(ServiceProvider.AUTHORIZER_TOKEN)).isGreaterThan(2);
        }
    }
}
