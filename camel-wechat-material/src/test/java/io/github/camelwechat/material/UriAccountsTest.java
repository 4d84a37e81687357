package io.github.camelwechat.material;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.camelwechat.material.internal.session.MerchantSettings;
import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Accounts that URIs describe, and what a message can put into a URI with {@code toD}. */
class UriAccountsTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Exchange uploadTo(String brand) throws Exception {
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:brand").toD("wechat-material:${header.brand}");
            }
        });
        return wechat.upload("direct:brand", Samples.png(), Map.of("brand", brand));
    }

    @Test
    void messageMayChooseAnAddressWhereUriAccountsAreAllowed() throws Exception {
        try (WechatSimulator evil = WechatSimulator.builder().app("wxevil", "s").start()) {
            Exchange result = uploadTo("wxevil?apiUrl=" + encoded(evil.url()) + "&secret=s");

            assertThat(result.getException()).isNull();
            assertThat(evil.library("wxevil").materials()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret=s", "SECRET=s", "accessToken=x", "access-token=x" })
    void messageChoosesNoAddressWhereTheyAreNot(String credential) throws Exception {
        wechat.component().setAllowUriAccounts(false);
        try (WechatSimulator evil = WechatSimulator.builder().app("wxevil", "s").start()) {
            Exchange result = uploadTo("wxevil?apiUrl=" + encoded(evil.url()) + "&" + credential);

            assertThat(result.getException()).rootCause().hasMessageContainingAll(
                    "apiUrl", "allowUriAccounts=false", "toD", "the component's accounts");
            assertThat(evil.journal().entries()).isEmpty();
        }
    }

    @Test
    void accountsOfTheComponentStay() throws Exception {
        wechat.component().setAllowUriAccounts(false);
        wechat.account("brand-a", Wechat.APP, Wechat.SECRET);
        wechat.plainAccount();

        assertThat(uploadTo("brand-a").getException()).isNull();
        assertThat(wechat.upload(Samples.png()).getException()).isNull();
    }

    @Test
    void merchantInTheUriIsForbiddenToo() {
        wechat.platform("p");
        assertThat(wechat.endpoint("wechat-material:wxm?platform=p").settings()).isInstanceOf(MerchantSettings.class);

        wechat.component().setAllowUriAccounts(false);
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:wxother?platform=p")).rootCause().hasMessageContainingAll(
                "a merchant of its own", "allowUriAccounts=false", "wechat-material:*?platform=…&allowMerchantByHeader=true");
    }

    @Test
    void merchantsByAliasAndByHeaderStay() {
        wechat.component().setAllowUriAccounts(false);
        wechat.platform("p");
        wechat.merchant("shop", "wxm", "p");

        assertThat(wechat.endpoint("wechat-material:shop").settings().appId()).isEqualTo("wxm");
        assertThat(wechat.endpoint("wechat-material:*?platform=p&allowMerchantByHeader=true").settings())
                .isInstanceOf(MerchantSettings.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "wxm?apiUrl=%s", "wxm?apiUrl=%s&title=", "wxm?platform=p&apiUrl=%s&title=", "wxm?platform=p&API-URL=%s&title=",
            "shop?apiUrl=%s&title=", "*?platform=p&apiUrl=%s&title=",
            "*?platform=p&allowMerchantByHeader=true&apiUrl=%s&title=", "wxm%%3FapiUrl=%s" })
    void nameOfAMerchantCarriesNoAddress(String name) throws Exception {
        wechat.platform("p");
        wechat.merchant("shop", "wxm", "p");
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:merchant").toD("wechat-material:${header.m}?platform=p");
            }
        });
        try (WechatSimulator evil = WechatSimulator.builder().app("wxevil", "s").start()) {
            Exchange result = wechat.upload(
                    "direct:merchant", Samples.png(), Map.of("m", name.formatted(encoded(evil.url()))));

            assertThat(result.getException()).hasRootCauseInstanceOf(IllegalArgumentException.class);
            assertThat(evil.journal().entries()).isEmpty();
        }
    }
}
