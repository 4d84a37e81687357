package io.github.camelwechat.jms;

import io.github.camelwechat.material.error.WechatApiException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class IsFinalTest {

    @ParameterizedTest
    @CsvSource({
            "getStableAccessToken, 40125, 1, false", "getAccessToken, 40164, 4, false", "addMaterial, 40164, 1, false",
            "addMaterial, 48001, 1, false", "addMaterial, 50007, 1, false", "addMaterial, 45011, 1, false",
            "getStableAccessToken, 40125, 5, true", "addMaterial, 40164, 5, true", "addMaterial, 40137, 1, true",
            "addMaterial, 45009, 1, true", "addMaterial, -1, 1, true" })
    void refusedAccountIsFinalAtTheLastDeliveryOnly(String operation, int code, int delivery, boolean isFinal)
            throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setHeader("JMSXDeliveryCount", delivery);
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new WechatApiException(operation, code, "refused", null));
            assertThat(new IsFinal(new MaxDeliveries(5)).matches(exchange)).isEqualTo(isFinal);
        }
    }
}
