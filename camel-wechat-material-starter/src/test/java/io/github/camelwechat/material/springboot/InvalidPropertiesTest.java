package io.github.camelwechat.material.springboot;

import java.nio.file.Path;
import java.util.Map;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Properties that nothing would read stop the start, with their name, their place and the nearest right name. */
@ExtendWith(OutputCaptureExtension.class)
class InvalidPropertiesTest {

    private static final String PREFIX = "camel.component.wechat-material.";

    @TempDir
    Path folder;

    private static AbstractThrowableAssert<?, ?> refused(Application application) {
        return assertThatThrownBy(() -> application.start().close()).isInstanceOf(InvalidPropertiesException.class);
    }

    @ParameterizedTest
    @CsvSource({
            "api-urll, api-url",
            "apiUri, api-url",
            "acccess-token, access-token",
            "enable, enabled",
            "customizer.enable, customizer.enabled",
            "customiser.enabled, customizer.enabled",
            "configuration.api-urll, api-url",
            "account.brand-a.secret, accounts.brand-a.secret",
            "accounts.brand-a.app-idd, accounts.brand-a.app-id",
            "accounts[brand-a].appsecret, accounts.brand-a.secret",
            "accounts.brand.a.secret, accounts.brand.secret",
            "accounts.brand-a.title, 'title, for all accounts'",
            "platforms.p.secretkey1, platforms.p.secret-key",
            "platforms[my-platform].secret-keys, platforms.my-platform.secret-key",
            "platforms.p.tokens, platforms.p.token",
            "platforms.p.stor, platforms.p.store",
            "plattforms.p.store, platforms.p.store",
            "platform.p.push-max-age, platforms.p.push-max-age",
            "accounts.shop.plattform, accounts.shop.platform",
            "allow-uri-account, allow-uri-accounts",
            "[api-url], api-url",
            "accounts.brand-a[secret], accounts.brand-a.secret",
            "ssl-context-parameters.secure-socket-protocol, ssl-context-parameters",
    })
    void misspeltNameIsRefusedWithTheNearestOne(String name, String nearest) {
        refused(new Application().argument(PREFIX + name, "x"))
                .hasMessage(PREFIX + name + " (\"" + PREFIX + name + "\" from property source \"commandLineArgs\")"
                            + " is no option; the nearest is " + PREFIX + nearest);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "camel.component[wechat-material].app-id", "camel[component][wechat-material].accounts.brand-a.secret",
            "CAMEL_COMPONENT_WECHATMATERIAL", "CAMEL_COMPONENT_WECHAT_MATERIAL" })
    void nameThatSpringBootDoesNotReadIsRefused(String name) {
        refused(new Application().variable(name, "x")).message().contains(name, "is not read",
                "camel.component.wechat-material");
    }

    @Test
    void propertyThatComesLateIsCheckedToo() {
        refused(new Application(LateProperties.class)).message().contains(PREFIX + "api-urll", "the nearest is");
    }

    /** As a test container's properties do. */
    @EnableAutoConfiguration
    static class LateProperties {

        @Bean
        static BeanPostProcessor late(ConfigurableEnvironment environment) {
            environment.getPropertySources()
                    .addLast(new MapPropertySource("late", Map.of(PREFIX + "api-urll", "https://relay.example")));
            return new BeanPostProcessor() {
            };
        }
    }

    @Test
    void messageNamesFileAndLine(CapturedOutput output) {
        refused(new Application().yaml(folder, """
                camel:
                  component:
                    wechat-material:
                      accounts:
                        brand-a:
                          app-id: wxdemo
                          sekret: topsecret
                """)).message().contains("accounts.brand-a.sekret (", "application.yaml", "7:19",
                "; the nearest is " + PREFIX + "accounts.brand-a.secret");
        assertThat(output).contains("APPLICATION FAILED TO START", "accounts.brand-a.sekret").doesNotContain("topsecret",
                "\tat ");
    }

    @ParameterizedTest
    @CsvSource({
            "WECHATMATERIAL_APIURLL, WECHATMATERIAL_APIURL",
            "WECHATMATERIAL_API_URL, WECHATMATERIAL_APIURL",
            "WECHAT_MATERIAL_APIURL, WECHATMATERIAL_APIURL",
            "WECHATMATERIAL_ACCOUNTS_BRAND_A_SECRET, WECHATMATERIAL_ACCOUNTS_BRANDA_SECRET",
            "WECHATMATERIAL_ACCOUNTS_BRAND_A_APP_ID, WECHATMATERIAL_ACCOUNTS_BRANDA_APPID",
            "WECHATMATERIAL_ACCOUNTS_BRAND_A_SECRTE, WECHATMATERIAL_ACCOUNTS_BRANDA_SECRET",
            "WECHATMATERIAL_ACCOUNT_BRANDA_SECRET, WECHATMATERIAL_ACCOUNTS_BRANDA_SECRET",
            "WECHATMATERIAL_PLATFORMS_MY_PLATFORM_SECRET_KEY, WECHATMATERIAL_PLATFORMS_MYPLATFORM_SECRETKEY",
            "WECHATMATERIAL_PLATFORM_P_TOKEN, WECHATMATERIAL_PLATFORMS_P_TOKEN",
            "WECHATMATERIAL_PLATFORMS_P_TOKKEN, WECHATMATERIAL_PLATFORMS_P_TOKEN",
            "WECHAT_MATERIAL_PLATFORMS_P_SECRET, WECHATMATERIAL_PLATFORMS_P_SECRET",
            "WECHATMATERIAL_ALLOW_URI_ACCOUNTS, WECHATMATERIAL_ALLOWURIACCOUNTS",
            "WECHATMATERIAL_ACCOUNTS_MAIN_ACCESS_TOKEN, WECHATMATERIAL_ACCOUNTS_MAIN_ACCESSTOKEN",
            "WECHAT_MATERIAL_ACCOUNTS_MAIN_SECRET, WECHATMATERIAL_ACCOUNTS_MAIN_SECRET",
            "Wechat_Material_Secret, WECHATMATERIAL_SECRET",
            "wechatmaterial_apiurll, WECHATMATERIAL_APIURL",
    })
    void variableThatSetsNothingIsRefusedWithTheRightOne(String name, String right) {
        refused(new Application().variable("CAMEL_COMPONENT_" + name, "topsecret"))
                .hasMessage("The variable CAMEL_COMPONENT_" + name + " sets nothing; the nearest right one is CAMEL_COMPONENT_"
                            + right);
    }

    @Test
    void nameOfAVariableIsRefusedInAFile() {
        refused(new Application().argument("CAMEL_COMPONENT_WECHATMATERIAL_SECRET", "topsecret"))
                .message().contains("is a name for the environment only").doesNotContain("topsecret");
    }

    @ParameterizedTest
    @CsvSource({
            "secret, ${BRAND_A_SECRET}", "app-id, ${BRAND_A_APP_ID}", "api-url, 'http://${HOST}:8080'",
            "secret, '{{env:NOT_THERE}}'", "secret, 'abc{{not.there}}'", "accounts.brand-a.secret, ${BRAND_A_SECRET}",
            "platforms.p.secret-key, ${P_KEY}", "platforms[p].store, '{{env:NOT_THERE}}'",
            "platforms.p.token, 'abc{{no.token}}'",
            "accounts[brand-a].app-id, '{{env:NOT_THERE}}'", "configuration.secret, ${BRAND_A_SECRET}",
    })
    void placeholderThatNothingResolvesIsRefused(String name, String value) {
        refused(new Application().argument(PREFIX + name, value))
                .message().contains(PREFIX + name, "has a placeholder that nothing resolves").doesNotContain(value, "abc");
    }

    @ParameterizedTest
    @CsvSource({
            "accounts.brand-a", "platforms.p", "platforms.p.ssl-context-parameters", "ssl-context-parameters", "configuration",
            "accounts.brand-a.ssl-context-parameters" })
    void valueInPlaceOfABeanIsRefusedAndNotShown(String name, CapturedOutput output) {
        refused(new Application().argument(PREFIX + name, "topsecret")).message()
                .contains(PREFIX + name, "has to refer to a bean: #bean:name");
        assertThat(output).doesNotContain("topsecret");
    }

    @Test
    void valueOfAGroupIsRefusedAndNotShown(CapturedOutput output) {
        refused(new Application().variable("CAMEL_COMPONENT_WECHATMATERIAL_ACCOUNTS", "{\"a\":{\"secret\":\"topsecret\"}}"));
        assertThat(output).doesNotContain("topsecret");
    }

    @Test
    void nameOfAPlatformHasNoUpperCaseLetters() {
        refused(new Application().argument(PREFIX + "platforms.My_Platform.secret", "topsecret"))
                .message().contains("the name of a platform may hold only lower-case letters, digits and dashes")
                .doesNotContain("topsecret");
    }

    @Test
    void platformNamesAllThatIsMissing() {
        String path = "platforms.my-platform.";
        refused(new Application().argument(PREFIX + path + "secret", "topsecret")).message().contains(
                "The platform 'my-platform' has no app-id", PREFIX + path + "token", PREFIX + path + "secret-key",
                "CAMEL_COMPONENT_WECHATMATERIAL_PLATFORMS_MYPLATFORM_STORE or the property " + PREFIX + path
                                                                                                                   + "store to memory or file:DIR")
                .doesNotContain("topsecret");
    }

    @Test
    void merchantNeedsAnAppIdAndNoSecret() {
        refused(new Application().argument(PREFIX + "accounts.shop.platform", "p"))
                .hasMessage("The account 'shop' has no app-id; set the variable"
                            + " CAMEL_COMPONENT_WECHATMATERIAL_ACCOUNTS_SHOP_APPID or the property " + PREFIX
                            + "accounts.shop.app-id");
    }

    @Test
    void nameOfAnAccountHasNoUpperCaseLetters() {
        refused(new Application().argument(PREFIX + "accounts.Brand_A.secret", "topsecret"))
                .message().contains("lower-case letters, digits and dashes").doesNotContain("topsecret");
    }

    @Test
    void twoValuesOfOneOptionInOneSourceAreRefused() {
        refused(new Application().argument(PREFIX + "secret", "first-value").argument(PREFIX + "Secret", "second-value"))
                .message().contains("set the same option").doesNotContain("first-value", "second-value");
    }

    @ParameterizedTest
    @CsvSource({ "accounts.brand-a.secret, APPID, app-id", "accounts.brand-a.app-id, SECRET, secret" })
    void accountWithoutCredentialsNamesTheVariable(String given, String variable, String option) {
        refused(new Application().argument(PREFIX + given, "topsecret"))
                .hasMessage("The account 'brand-a' has no " + option + "; set the variable"
                            + " CAMEL_COMPONENT_WECHATMATERIAL_ACCOUNTS_BRANDA_" + variable + " or the property " + PREFIX
                            + "accounts.brand-a." + option);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "camel.component.wechat-materail.secret", "camel.component.wechat-materials.accounts[brand-a].secret",
            "camel.component.wechat.material.secret", "CAMEL_COMPONENT_WECHATMATERAIL_SECRET",
            "CAMEL_COMPONENT_WECHAT_MATERAIL_SECRET",
    })
    void misspeltNameOfTheComponentIsRefused(String name) {
        refused(new Application().variable(name, "topsecret")).message()
                .contains(name, "no such component", "camel.component.wechat-material").doesNotContain("topsecret");
    }

    @Test
    void otherComponentsAreNotChecked() {
        try (ConfigurableApplicationContext spring = new Application()
                .argument("camel.component.wechat-material-platform.anything", "x")
                .variable("CAMEL_COMPONENT_WECHAT_MATERIAL_PLATFORM_ANYTHING", "x")
                .argument("camel.component.http.connect-timeout", "5000").argument("camel.component.wechat.anything", "x")
                .variable("CAMEL_COMPONENT_WECHATMATERIALPLATFORM_ANYTHING", "x").start()) {
            assertThat(Application.accounts(spring)).isEmpty();
        }
    }

    @Test
    void disabledStarterChecksNothing() {
        new Application().argument(PREFIX + "enabled", "false").argument(PREFIX + "api-urll", "x").start().close();
    }
}
