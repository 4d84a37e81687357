package io.github.camelwechat.material;

import java.beans.FeatureDescriptor;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rule (a): the name is a key of the component's accounts. */
class AccountByAliasTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void twoAccounts() {
        wechat.account("brand-a", Wechat.APP, Wechat.SECRET);
        wechat.account("brand-b", Wechat.OTHER_APP, Wechat.OTHER_SECRET);
    }

    @Test
    void eachAliasUploadsToItsOwnAccount() {
        wechat.upload("wechat-material:brand-a", Samples.png(), Map.of());
        wechat.upload("wechat-material:brand-b", SmallMedia.amr(), Map.of());

        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1)
                .allMatch(material -> material.name().endsWith(".png"));
        assertThat(wechat.simulator().library(Wechat.OTHER_APP).materials()).hasSize(1)
                .allMatch(material -> material.name().endsWith(".amr"));
    }

    @Test
    void anAliasComesBeforeTheComponentsOwnAppId() {
        wechat.plainAccount();
        wechat.account(Wechat.APP, Wechat.OTHER_APP, Wechat.OTHER_SECRET);

        assertThat(wechat.endpoint("wechat-material:" + Wechat.APP).session().settings().appId())
                .isEqualTo(Wechat.OTHER_APP);
    }

    @Test
    void anAliasMayBeCalledDefault() {
        wechat.plainAccount();
        wechat.account("default", Wechat.OTHER_APP, Wechat.OTHER_SECRET);

        assertThat(wechat.endpoint("wechat-material:default").session().settings().appId())
                .isEqualTo(Wechat.OTHER_APP);
    }

    @Test
    void optionsOfAMessageAreAllowedBesideAnAlias() {
        WechatMaterialEndpoint endpoint = wechat.endpoint("wechat-material:brand-a?type=thumb&title=T&fileName=f.jpg");

        assertThat(endpoint.getConfiguration().getType()).isEqualTo("thumb");
        assertThat(endpoint.session().settings().appId()).isEqualTo(Wechat.APP);
    }

    /** From the bean, so that an option of an account that is added later is refused too. */
    static Stream<String> accountOptions() throws IntrospectionException {
        return Arrays.stream(Introspector.getBeanInfo(WechatMaterialAccount.class, Object.class).getPropertyDescriptors())
                .map(FeatureDescriptor::getName);
    }

    @ParameterizedTest
    @MethodSource("accountOptions")
    void anAccountOptionInTheUriIsAnError(String option) {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:brand-a?" + option + "=1"))
                .rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("brand-a").hasMessageContaining("configured on the component");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "app-id", "SECRET", "Secret", "access-token", "ACCESSTOKEN", "ApiUrl", "max-concurrent-requests" })
    void norDoesAnotherSpellingOfItPass(String option) {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:brand-a?" + option + "=1"))
                .rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("brand-a").hasMessageContaining("configured on the component");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Brand-A", "brand_a", "brand a", "brand.a", "品牌", "" })
    void anAliasHoldsLowerCaseLettersDigitsAndDashesOnly(String alias) {
        wechat.account(alias, Wechat.APP, Wechat.SECRET);

        assertThatThrownBy(() -> wechat.endpoint("wechat-material:brand-b"))
                .rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + alias + "'").hasMessageContaining("lower-case letters, digits and dashes");
    }

    @Test
    void anAliasWithoutAnAccountIsAnError() {
        wechat.component().getAccounts().put("brand-c", null);

        assertThatThrownBy(() -> wechat.endpoint("wechat-material:brand-c"))
                .rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'brand-c' is null").hasMessageContaining("appId and secret");
    }

    @Test
    void anAliasOfTheWrongCaseIsAnotherName() {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:BRAND-A"))
                .rootCause().isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no account 'BRAND-A'");
    }
}
