package io.github.camelwechat.material;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import io.github.camelwechat.material.internal.platform.PlatformIdentity;
import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.session.EndpointSettings;
import io.github.camelwechat.material.internal.session.MerchantSettings;
import io.github.camelwechat.material.internal.session.PlatformSettings;
import io.github.camelwechat.material.internal.token.Credentials;
import io.github.camelwechat.material.internal.transport.ProxySettings;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What Camel Main binds from properties. */
class MainBindingTest {

    @RegisterExtension
    static final WechatSimulatorExtension WECHAT = new WechatSimulatorExtension();

    private static final String PREFIX = "camel.component.wechat-material.";

    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
        System.clearProperty("contract.secret");
    }

    private void start(Map<String, String> options) {
        options.forEach((option, value) -> main.addInitialProperty(PREFIX + option, value));
        main.configure().withShutdownTimeout(5);
        main.start();
    }

    private AccountSettings settings(String uri) {
        return (AccountSettings) main.getCamelContext().getEndpoint(uri, WechatMaterialEndpoint.class).session().settings();
    }

    private WechatMaterialConfiguration configuration() {
        return main.getCamelContext().getComponent("wechat-material", WechatMaterialComponent.class).getConfiguration();
    }

    @Test
    void accountsByTheirAliasInBrackets() {
        start(Map.of(
                "accounts[brand-a].app-id", "wx1", "accounts[brand-a].secret", "s1",
                "accounts[brand-a].api-url", WECHAT.url(), "accounts[brand-a].request-timeout", "5s",
                "accounts[brand-a].connect-timeout", "1500", "accounts[brand-a].maxConcurrentRequests", "3",
                "accounts[brand-b].access-token", "t2"));

        AccountSettings a = settings("wechat-material:brand-a");
        assertThat(a.appId()).isEqualTo("wx1");
        assertThat(a.credentials().secrets()).containsExactly("s1");
        assertThat(a.apiUrl()).hasToString(WECHAT.url());
        assertThat(a.requestTimeout()).hasSeconds(5);
        assertThat(a.connectTimeout()).hasMillis(1500);
        assertThat(a.maxConcurrentRequests()).isEqualTo(3);
        assertThat(settings("wechat-material:brand-b").credentials()).isEqualTo(new Credentials.FixedToken(null, "t2"));
    }

    @Test
    void platformsByTheirNameInBrackets() {
        System.setProperty("contract.secret", "s1");
        start(Map.ofEntries(
                Map.entry("platforms[my-platform].app-id", Wechat.PLATFORM_APP),
                Map.entry("platforms[my-platform].secret", "{{contract.secret}}"),
                Map.entry("platforms[my-platform].token", Wechat.PLATFORM_TOKEN),
                Map.entry("platforms[my-platform].secret-key", Wechat.SECRET_KEY),
                Map.entry("platforms[my-platform].store", "memory"),
                Map.entry("platforms[my-platform].push-max-age", "5m"),
                Map.entry("platforms[my-platform].maxConcurrentRequests", "3"),
                Map.entry("platforms[my-platform].request-timeout", "5s"), Map.entry("response-timeout", "7s"),
                Map.entry("accounts[shop].platform", "my-platform"), Map.entry("accounts[shop].app-id", "wxm"),
                Map.entry("allow-uri-accounts", "false")));

        EndpointSettings shop = main.getCamelContext().getEndpoint("wechat-material:shop", WechatMaterialEndpoint.class)
                .settings();
        assertThat(shop).isInstanceOfSatisfying(MerchantSettings.class, merchant -> {
            assertThat(merchant.appId()).isEqualTo("wxm");
            PlatformSettings platform = merchant.platform();
            assertThat(platform.identity()).isEqualTo(new PlatformIdentity(
                    Wechat.PLATFORM_APP, "s1", Wechat.PLATFORM_TOKEN, Wechat.SECRET_KEY));
            assertThat(platform.store()).isEqualTo("memory");
            assertThat(platform.pushMaxAge()).hasMinutes(5);
            assertThat(platform.maxConcurrentRequests()).isEqualTo(3);
            assertThat(platform.requestTimeout()).hasSeconds(5);
            assertThat(platform.responseTimeout()).hasSeconds(7);
        });
        assertThatThrownBy(() -> settings("wechat-material:wx1?secret=s")).hasStackTraceContaining("allowUriAccounts=false");
    }

    @Test
    void platformThatIsABean() {
        WechatMaterialPlatform bean = new WechatMaterialPlatform();
        main.bind("myPlatform", bean);
        start(Map.of("platforms[my-platform]", "#bean:myPlatform"));

        assertThat(main.getCamelContext().getComponent("wechat-material", WechatMaterialComponent.class).getPlatforms())
                .containsExactly(Map.entry("my-platform", bean));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "platforms[my-platform].aes-key", "platforms[my-platform].access-token", "platforms[my-platform].stor",
            "platforms[my-platform].push-age", "allow-uri-account", "accounts[shop].plattform" })
    void misspeltOptionOfAPlatformStopsTheStart(String option) {
        String last = option.substring(option.lastIndexOf('.') + 1);

        assertThatThrownBy(() -> start(Map.of(option, "x"))).isInstanceOf(PropertyBindingException.class)
                .hasMessageContaining(PREFIX).satisfies(refusal -> assertThat(
                        refusal.getMessage().replace("-", "").toLowerCase(Locale.ROOT)).contains(last.replace("-", "")));
    }

    @Test
    void anAccountThatIsABean() {
        WechatMaterialAccount bean = new WechatMaterialAccount();
        bean.setAppId("wxbean");
        bean.setSecret("s");
        main.bind("myAccount", bean);
        start(Map.of("accounts[brand-a]", "#bean:myAccount"));

        assertThat(settings("wechat-material:brand-a").appId()).isEqualTo("wxbean");
    }

    @Test
    void thePlainOptions() {
        start(Map.ofEntries(
                Map.entry("app-id", "wx1"), Map.entry("secret", "s1"), Map.entry("api-url", "http://relay.example"),
                Map.entry("allow-plain-http", "true"), Map.entry("max-concurrent-requests", "5"),
                Map.entry("connect-timeout", "1s"), Map.entry("response-timeout", "1m30s"),
                Map.entry("request-timeout", "2m"), Map.entry("type", "image"), Map.entry("title", "T"),
                Map.entry("introduction", "I"), Map.entry("file-name", "f.png"), Map.entry("operation", "addMaterial")));

        AccountSettings settings = settings("wechat-material:default");
        assertThat(settings).isEqualTo(settings("wechat-material:wx1"));
        assertThat(settings.credentials().secrets()).containsExactly("s1");
        assertThat(settings.apiUrl()).hasToString("http://relay.example");
        assertThat(settings.maxConcurrentRequests()).isEqualTo(5);
        assertThat(settings.connectTimeout()).hasSeconds(1);
        assertThat(settings.responseTimeout()).hasSeconds(90);
        assertThat(settings.requestTimeout()).hasMinutes(2);
        assertThat(configuration().getType()).isEqualTo("image");
        assertThat(configuration().getTitle()).isEqualTo("T");
        assertThat(configuration().getIntroduction()).isEqualTo("I");
        assertThat(configuration().getFileName()).isEqualTo("f.png");
    }

    @Test
    void theWayToWechat() {
        SSLContextParameters tls = new SSLContextParameters();
        main.bind("tls", tls);
        start(Map.ofEntries(
                Map.entry("app-id", "wx1"), Map.entry("secret", "s1"), Map.entry("credentials", "classic"),
                Map.entry("proxy-host", "proxy.example"), Map.entry("proxy-port", "3128"),
                Map.entry("proxy-auth-username", "u"), Map.entry("proxy-auth-password", "p"),
                Map.entry("ssl-context-parameters", "#bean:tls"), Map.entry("use-global-ssl-context-parameters", "true")));

        AccountSettings settings = settings("wechat-material:default");
        assertThat(settings.credentials()).isEqualTo(
                new Credentials.ClassicToken("wx1", "s1"));
        assertThat(settings.transport().proxy())
                .isEqualTo(new ProxySettings("proxy.example", 3128, new ProxySettings.Login("u", "p")));
        assertThat(settings.transport().sslContext()).isNotNull();
        assertThat(configuration().getSslContextParameters()).isSameAs(tls);
        assertThat(main.getCamelContext().getComponent("wechat-material", WechatMaterialComponent.class)
                .isUseGlobalSslContextParameters()).isTrue();
    }

    @Test
    void accountInCloudHosting() {
        start(Map.of(
                "accounts[brand-a].credentials", "cloudToken", "accounts[brand-a].cloud-file", "/run/token",
                "accounts[brand-a].from-app-id", "wxm", "credentials", "cloud", "from-app-id", "wx2"));

        assertThat(settings("wechat-material:brand-a").credentials())
                .isEqualTo(new Credentials.CloudToken("wxm", Path.of("/run/token")));
        assertThat(settings("wechat-material:default").credentials())
                .isEqualTo(new Credentials.OpenInterfaceService("wx2"));
    }

    @Test
    void theConfigurationAsABean() {
        WechatMaterialConfiguration bean = new WechatMaterialConfiguration();
        bean.setAccessToken("t");
        bean.setType("thumb");
        main.bind("mine", bean);
        start(Map.of("configuration", "#bean:mine"));

        assertThat(settings("wechat-material:default").credentials()).isEqualTo(new Credentials.FixedToken(null, "t"));
        assertThat(configuration().getType()).isEqualTo("thumb");
    }

    @Test
    void valuesOfTheEnvironmentAndOfSystemProperties() {
        System.setProperty("contract.secret", "p&a%ss=+{word}");
        start(Map.of(
                "accounts[brand-a].app-id", "wx1", "accounts[brand-a].secret", "{{sys:contract.secret}}", "title",
                "{{env:PATH}}"));

        assertThat(settings("wechat-material:brand-a").credentials().secrets()).containsExactly("p&a%ss=+{word}");
        assertThat(configuration().getTitle()).isEqualTo(System.getenv("PATH"));
    }

    @Test
    void aPlaceholderInTheUri() {
        System.setProperty("contract.secret", "s1");
        start(Map.of("request-timeout", "7s"));

        AccountSettings settings
                = settings("wechat-material:wx1?secret={{sys:contract.secret}}&responseTimeout=8s&connectTimeout=900");
        assertThat(settings.credentials().secrets()).containsExactly("s1");
        assertThat(settings.requestTimeout()).hasSeconds(7);
        assertThat(settings.responseTimeout()).hasSeconds(8);
        assertThat(settings.connectTimeout()).hasMillis(900);
    }

    @Test
    void anUnknownOptionOfAnAccountStopsTheStart() {
        assertThatThrownBy(() -> start(Map.of("accounts[brand-a].app-secret", "s")))
                .hasStackTraceContaining("appSecret");
    }

    @Test
    void anUnknownAccountStopsTheStart() {
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("wechat-material:brand-b");
            }
        });

        assertThatThrownBy(() -> start(Map.of("accounts[brand-a].access-token", "t")))
                .hasStackTraceContaining("no account 'brand-b'; known are brand-a");
    }
}
