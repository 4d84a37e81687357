package io.github.camelwechat.material;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.session.EndpointSettings;
import io.github.camelwechat.material.internal.session.MerchantSettings;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An account with a platform is a merchant: of its AppID, and of no other options. */
class MerchantTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void platform() {
        wechat.platform("p");
    }

    private EndpointSettings settings(String uri) {
        return wechat.endpoint(uri).settings();
    }

    private void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> wechat.endpoint(uri)).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void aliasUriAndPlainOptionsMeanTheSameMerchant() {
        wechat.merchant("shop", "wxm", "p");
        wechat.configuration().setAppId("wxm");
        wechat.configuration().setPlatform(" p\n");

        assertThat(
                Stream.of("shop", "wxm?platform=p", "any?appId=wxm&platform=p", "any?PLATFORM=p&app-id=wxm", "default", "wxm")
                        .map(name -> settings("wechat-material:" + name)).distinct().toList())
                .singleElement().isInstanceOfSatisfying(MerchantSettings.class, merchant -> {
                    assertThat(merchant.appId()).isEqualTo("wxm");
                    assertThat(merchant.platform().identity().appId()).isEqualTo(Wechat.PLATFORM_APP);
                });
    }

    static Stream<PropertyDescriptor> otherOptions() throws IntrospectionException {
        return Stream.of(Introspector.getBeanInfo(WechatMaterialAccount.class, Object.class).getPropertyDescriptors())
                .filter(option -> !List.of("appId", "platform").contains(option.getName()));
    }

    @ParameterizedTest
    @MethodSource("otherOptions")
    void otherOptionInTheUriIsAnErrorThatNamesIt(PropertyDescriptor option) {
        assertRefused("wechat-material:wxm?platform=p&" + option.getName() + "=1",
                "A merchant has platform and appId only", option.getName(), "those of its platform");
    }

    @ParameterizedTest
    @MethodSource("otherOptions")
    void otherOptionOfTheAliasIsAnErrorThatNamesIt(PropertyDescriptor option) throws ReflectiveOperationException {
        WechatMaterialAccount account = wechat.merchant("shop", "wxm", "p");
        Class<?> type = option.getPropertyType();
        option.getWriteMethod().invoke(account, type == String.class ? "x" : type == Long.class ? 1L
                : type == Integer.class ? (Object) 1 : type == Boolean.class ? false : new SSLContextParameters());

        assertRefused("wechat-material:shop", "the account 'shop' sets " + option.getName() + " too");
    }

    @ParameterizedTest
    @ValueSource(strings = { "API-URL", "apiurl", "allow-plain-http", "Secret" })
    void norDoesAnotherSpellingOfItPass(String option) {
        assertRefused("wechat-material:wxm?platform=p&" + option + "=1", "A merchant has platform and appId only");
    }

    @Test
    void platformIsNoAccount() {
        assertRefused("wechat-material:p", "There is no account 'p'; it is a platform",
                "wechat-material:*?platform=p&allowMerchantByHeader=true");
    }

    @Test
    void defaultsOfTheComponentAreThoseOfItsPlatforms() {
        wechat.configuration().setPlatform("p");
        wechat.configuration().setAppId("wxm");
        wechat.configuration().setRequestTimeout(5000L);

        assertThat(((MerchantSettings) settings("wechat-material:default")).platform().requestTimeout()).hasSeconds(5);
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret", "accessToken", "credentials" })
    void componentHasNoCredentialsBesideAPlatform(String option) {
        wechat.configuration().setPlatform("p");
        wechat.configuration().setAppId("wxm");
        new WechatMaterialAccountConfigurer().configure(wechat.context(), wechat.configuration(), option, "PLANTED", false);

        assertThatThrownBy(() -> wechat.endpoint("wechat-material:default")).rootCause()
                .hasMessageContaining("The component has both platform and " + option).hasMessageNotContaining("PLANTED");
    }

    @Test
    void platformOfTheComponentIsNotInherited() {
        wechat.configuration().setPlatform("p");
        wechat.account("brand-a", "wx1", "s1");

        assertThat(settings("wechat-material:brand-a")).isNotInstanceOf(MerchantSettings.class);
        assertThat(settings("wechat-material:wx2?secret=s")).isNotInstanceOf(MerchantSettings.class);
    }

    @Test
    void merchantNeedsAnAppId() {
        wechat.merchant("shop", " ", "p");

        assertRefused("wechat-material:shop", "The account 'shop' has a platform, but no appId of a merchant");
    }

    @Test
    void reservedNameIsNoAppId() {
        assertRefused("wechat-material:default?platform=p", "'default' is the account");
    }

    @Test
    void appIdOfAMerchantIsNoOtherText() {
        wechat.merchant("shop", "../wx", "p");

        assertRefused("wechat-material:shop", "appId of the account 'shop' is '../wx'", "1 to 64 letters");
        assertRefused("wechat-material:wx%20m?platform=p", "1 to 64 letters");
        assertRefused("wechat-material:" + "w".repeat(65) + "?platform=p", "1 to 64 letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "*", "*?secret=s", "*?accessToken=t", "*?apiUrl=https://relay.example", "*?allowMerchantByHeader=true" })
    void starWithoutAPlatformIsAnError(String uri) {
        wechat.plainAccount();

        assertRefused("wechat-material:" + uri, "'*' is no account", "platform=…", "allowMerchantByHeader=true");
    }

    @Test
    void starNeedsTheOptionThatSaysSo() {
        assertRefused("wechat-material:*?platform=p", "CamelWechatMaterialMerchant", "allowMerchantByHeader=true");
        assertRefused("wechat-material:*?platform=p&allowMerchantByHeader=false", "allowMerchantByHeader=true");
    }

    @Test
    void starHasNoOptionsOfAccountsBesideThePlatform() {
        assertRefused("wechat-material:*?platform=p&allowMerchantByHeader=true&apiUrl=http://localhost", "apiUrl");
        assertRefused("wechat-material:*?platform=p&allowMerchantByHeader=true&appId=wxm", "each message names its merchant");
    }

    @Test
    void starOfAnEmptyOrUnknownPlatformIsAnError() {
        wechat.configuration().setPlatform("p");

        assertRefused("wechat-material:*?platform=&allowMerchantByHeader=true", "platform is empty");
        assertRefused("wechat-material:*?platform=q&allowMerchantByHeader=true", "There is no platform 'q'; known are p");
    }

    @Test
    void starMeansAllMerchantsOfThePlatform() {
        assertThat(settings("wechat-material:*?platform=p&allowMerchantByHeader=true&type=image"))
                .isInstanceOfSatisfying(MerchantSettings.class, merchants -> assertThat(merchants.appId()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = { "shop", "default", "wx2?secret=s", "wxm?platform=p" })
    void merchantByHeaderElsewhereIsAnError(String name) {
        wechat.plainAccount();
        wechat.merchant("shop", "wxm", "p");
        String option = (name.contains("?") ? "&" : "?") + "allowMerchantByHeader=";

        assertRefused("wechat-material:" + name + option + "true", "allowMerchantByHeader=true is for wechat-material:*");
        assertThat(settings("wechat-material:" + name + option + "false").appId()).isNotNull();
    }
}
