package io.github.camelwechat.docs;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialEndpoint;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The properties, beans and routes of the pages on accounts and tokens. */
class AccountsTest {

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", "secret").app("wxother", "other-secret"));

    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    private void start(String properties) {
        main.setPropertyPlaceholderLocations("classpath:accounts/" + properties);
        main.addInitialProperty("camel.component.wechat-material.api-url", SIMULATOR.url());
        main.start();
    }

    private Exchange upload(String uri) {
        return main.getCamelContext().createFluentProducerTemplate().to(uri).withBody(Pictures.png()).send();
    }

    private static int stored(String appId) {
        return SIMULATOR.library(appId).materials().size();
    }

    @ParameterizedTest
    @ValueSource(strings = { "wechat-material:default", "wechat-material:wxdemo" })
    void oneAccountHasTwoNames(String uri) {
        start("one.properties");

        assertThat(upload(uri).getException()).isNull();
        assertThat(stored("wxdemo")).isEqualTo(1);
    }

    @Test
    void manyAreToldApartByTheirNames() {
        main.configure().addRoutesBuilder(new BrandRoutes());
        start("many.properties");

        assertThat(upload("direct:brand-b").getException()).isNull();
        assertThat(stored("wxother")).isEqualTo(1);

        Exchange byHeader = main.getCamelContext().createFluentProducerTemplate().to("direct:upload").withBody(Pictures.png())
                .withHeader("brand", "brand-a").send();
        assertThat(byHeader.getException()).isNull();
        assertThat(upload("direct:whole-account").getException()).isNull();
        assertThat(stored("wxdemo")).isEqualTo(2);
    }

    @Test
    void anUnknownNameIsNoOtherAccount() {
        main.configure().addRoutesBuilder(new BrandRoutes());
        start("many.properties");

        Exchange mistyped = main.getCamelContext().createFluentProducerTemplate().to("direct:upload").withBody(Pictures.png())
                .withHeader("brand", "brand-c").send();

        assertThat(mistyped.getException()).rootCause()
                .hasMessage("There is no account 'brand-c'; known are brand-a, brand-b");
        assertThat(SIMULATOR.journal().count("/cgi-bin/material/add_material")).isZero();
    }

    @Test
    void merchantHasTheSettingsOfItsPlatform() {
        main.addOverrideProperty("camel.component.wechat-material.platforms[my-platform].store", "memory");
        start("platform.properties");

        assertThat(main.getCamelContext().getEndpoint("wechat-material:shop", WechatMaterialEndpoint.class).getServiceUrl())
                .isEqualTo(SIMULATOR.url());
        assertThatThrownBy(() -> upload("wechat-material:wxother?platform=my-platform")).rootCause()
                .hasMessageContaining("allowUriAccounts=false");
    }

    @Test
    void anAccountMayBeABean() {
        main.bind("brandA", brandA("wxdemo", "secret"));
        start("bean.properties");

        assertThat(upload("wechat-material:brand-a").getException()).isNull();
    }

    private static WechatMaterialAccount brandA(String appId, String secret) {
        WechatMaterialAccount account = new WechatMaterialAccount();
        account.setAppId(appId);
        account.setSecret(secret);
        return account;
    }

    @Test
    void orIsPutIntoTheComponent() {
        start("one.properties");
        WechatMaterialAccount account = brandA("wxother", "other-secret");

        main.getCamelContext().getComponent("wechat-material", WechatMaterialComponent.class)
                .getAccounts().put("brand-b", account);

        assertThat(upload("wechat-material:brand-b").getException()).isNull();
        assertThat(stored("wxother")).isEqualTo(1);
    }

    @Test
    void aWrongSecretShowsInTheHealthCheck() {
        main.configure().addRoutesBuilder(new Upload());
        main.addOverrideProperty("camel.component.wechat-material.accounts[brand-a].app-id", "wxdemo");
        main.addOverrideProperty("camel.component.wechat-material.accounts[brand-a].secret", "mistyped");
        start("health.properties");

        HealthCheck.Result result = HealthCheckHelper.invoke(main.getCamelContext()).stream()
                .filter(check -> check.getCheck().getId().equals("producer:wechat-material-brand-a")).findFirst().orElseThrow();
        assertThat(HealthCheckHelper.invokeReadiness(main.getCamelContext())).extracting(check -> check.getCheck().getId())
                .contains("wechat-material").doesNotContain("producer:wechat-material-brand-a");

        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElseThrow()).contains("40125", "Check appId and secret");
    }

    @Test
    void theClassicInterfaceIsAskedWhereTheAccountSaysSo() {
        start("tokens.properties");

        assertThat(upload("wechat-material:gateway").getException()).isNull();
        assertThat(SIMULATOR.journal().count("/cgi-bin/token")).isEqualTo(1);
        assertThat(SIMULATOR.journal().count("/cgi-bin/stable_token")).isZero();
    }

    @Test
    void aFixedTokenIsNeverRenewed() {
        start("tokens.properties");

        assertThat(upload("wechat-material:shared").getException()).isInstanceOf(WechatApiException.class);
        assertThat(SIMULATOR.journal().count("/cgi-bin/material/add_material")).isEqualTo(1);
        assertThat(SIMULATOR.journal().count("/cgi-bin/stable_token")).isZero();
    }
}
