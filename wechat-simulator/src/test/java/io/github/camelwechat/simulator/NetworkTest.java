package io.github.camelwechat.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The interfaces about addresses. */
class NetworkTest extends SimulatorTest {

    private static final String CHECK = "/cgi-bin/callback/check";

    @ParameterizedTest
    @ValueSource(strings = { "/cgi-bin/get_api_domain_ip", "/cgi-bin/getcallbackip" })
    void addressesAreListed(String path) {
        assertThat(json(client.get(path + "?access_token=" + token))).isEqualTo(json("{\"ip_list\":[\"127.0.0.1\"]}"));
        assertThat(errcode(json(client.get(path)))).isEqualTo(41001);
    }

    @ParameterizedTest
    @CsvSource({ "all,true,true", "dns,true,false", "ping,false,true" })
    void aCallbackIsChecked(String action, boolean dns, boolean ping) {
        wechat.account("wxdemo").callbackUrl("https://[::1]:8443/wechat");

        JsonNode answer = check(action, "UNICOM");

        assertThat(answer.has("dns")).isEqualTo(dns);
        assertThat(answer.has("ping")).isEqualTo(ping);
        if (dns) {
            assertThat(answer.path("dns").path(0)).isEqualTo(json("{\"ip\":\"127.0.0.1\",\"real_operator\":\"UNICOM\"}"));
        }
        if (ping) {
            assertThat(answer.path("ping").path(0).fieldNames()).toIterable()
                    .containsExactly("ip", "from_operator", "package_loss", "time");
        }
    }

    @Test
    void aCheckThatCannotBeIsRefused() {
        assertThat(errcode(check("all", "DEFAULT"))).isEqualTo(40201);
        wechat.account("wxdemo").callbackUrl("http://127.0.0.1/wechat");
        assertThat(errcode(check("everything", "DEFAULT"))).isEqualTo(40202);
        assertThat(errcode(check("all", "OTHER"))).isEqualTo(40203);
        assertThat(errcode(check("all", "DEFAULT"))).isZero();
    }

    private JsonNode check(String action, String operator) {
        return call(CHECK, "{\"action\":\"" + action + "\",\"check_operator\":\"" + operator + "\"}");
    }
}
