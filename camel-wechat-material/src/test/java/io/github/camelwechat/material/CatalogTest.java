package io.github.camelwechat.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.token.Credentials;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.TimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What tools read of the component is what it does. */
class CatalogTest {

    private static final String SERVICES = "META-INF/services/org/apache/camel/";

    private static final Set<String> SECRETS = Set.of("secret", "accessToken", "proxyAuthUsername", "proxyAuthPassword");

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private static JsonNode catalog() {
        try (InputStream json = resource("META-INF/io/github/camelwechat/material/wechat-material.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream resource = WechatMaterialComponent.class.getClassLoader().getResourceAsStream(name);
        assertThat(resource).as(name).isNotNull();
        return resource;
    }

    private static Stream<Arguments> options(String group) {
        return catalog().get(group).properties().stream().map(option -> arguments(option.getKey(), option.getValue()));
    }

    static Stream<Arguments> componentOptions() {
        return options("componentProperties");
    }

    static Stream<Arguments> endpointOptions() {
        return options("properties");
    }

    static Stream<Arguments> everything() {
        return Stream.of("componentProperties", "properties", "headers").flatMap(CatalogTest::options);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everythingIsDescribed(String name, JsonNode entry) {
        assertThat(entry.path("description").asText()).as(name).hasSizeGreaterThan(10);
        // Camel's own text has no full stop
        if (!name.equals("healthCheckConsumerEnabled")) {
            assertThat(entry.path("description").asText()).as(name).endsWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("componentOptions")
    void aDefaultOfTheComponentIsTheRealOne(String name, JsonNode option) throws Exception {
        WechatMaterialComponent fresh = new WechatMaterialComponent();
        fresh.setCamelContext(wechat.context());
        compare(name, option, new WechatMaterialComponentConfigurer(), fresh);
    }

    @ParameterizedTest
    @MethodSource("endpointOptions")
    void aDefaultOfTheEndpointIsTheRealOne(String name, JsonNode option) throws Exception {
        if (!name.equals("account")) {
            compare(name, option, new WechatMaterialEndpointConfigurer(), defaultEndpoint());
        }
    }

    private void compare(String name, JsonNode option, PropertyConfigurerGetter getter, Object bean) {
        Object real = getter.getOptionValue(bean, name, false);
        String promised = option.path("defaultValue").asText(null);
        Object resolved = resolvedDefaults().get(name);
        if (resolved != null) {
            assertThat(option.path("required").asBoolean()).isFalse();
            assertThat(resolved).isEqualTo("duration".equals(option.get("type").asText())
                    ? Duration.ofMillis(TimeUtils.toMilliSeconds(promised)).toString() : promised);
        } else if (promised == null && !"object".equals(option.get("type").asText())) {
            assertThat(real).as(name + " has no default").isNull();
        } else if ("duration".equals(option.get("type").asText())) {
            assertThat(real).as(name).isEqualTo(TimeUtils.toMilliSeconds(promised));
        } else if (promised != null) {
            assertThat(String.valueOf(real)).as(name).isEqualTo(promised);
        }
    }

    /** The options of an account are null until an endpoint resolves them. */
    private Map<String, String> resolvedDefaults() {
        AccountSettings settings = (AccountSettings) defaultEndpoint().session().settings();
        return Map.of("apiUrl", settings.apiUrl().toString(), "maxConcurrentRequests",
                String.valueOf(settings.maxConcurrentRequests()), "connectTimeout",
                settings.connectTimeout().toString(),
                "responseTimeout", settings.responseTimeout().toString(), "requestTimeout",
                settings.requestTimeout().toString(), "allowPlainHttp", String.valueOf(plainHttpPasses()), "credentials",
                settings.credentials() instanceof Credentials.StableToken ? "stable" : "classic", "cloudFile", cloudFile());
    }

    private String cloudFile() {
        wechat.component().getAccounts().put("cloud", WrittenAccount.of(wechat.context(), "credentials=cloudToken"));
        AccountSettings settings = (AccountSettings) wechat.endpoint("wechat-material:cloud").settings();
        return ((Credentials.CloudToken) settings.credentials()).file().toString();
    }

    private boolean plainHttpPasses() {
        WechatMaterialConfiguration plain = new WechatMaterialConfiguration();
        plain.setAccessToken("T");
        plain.setApiUrl("http://relay.example");
        try {
            new ConnectionResolver(plain, none -> null).resolve(plain);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private WechatMaterialEndpoint defaultEndpoint() {
        wechat.configuration().setAppId("wx1");
        wechat.configuration().setSecret("s1");
        WechatMaterialEndpoint endpoint = wechat.endpoint("wechat-material:default");
        endpoint.getConfiguration().setAppId(null);
        endpoint.getConfiguration().setSecret(null);
        return endpoint;
    }

    @ParameterizedTest
    @CsvSource({ "connectTimeout,10", "responseTimeout,60", "requestTimeout,120" })
    void theTimeOutsAreTheAgreedOnes(String option, int seconds) {
        assertThat(resolvedDefaults()).containsEntry(option, Duration.ofSeconds(seconds).toString());
    }

    @ParameterizedTest
    @MethodSource("componentOptions")
    void secretIsWhatTheAccountSaysIsSecret(String name, JsonNode option) {
        assertThat(option.get("secret").asBoolean()).as(name).isEqualTo(SECRETS.contains(name));
    }

    @Test
    void theHeadersAreThoseOfTheConstants() throws Exception {
        assertThat(catalog().get("headers").fieldNames()).toIterable().containsExactlyInAnyOrder(
                WechatMaterialConstants.OPERATION, WechatMaterialConstants.TYPE, WechatMaterialConstants.TITLE,
                WechatMaterialConstants.INTRODUCTION, WechatMaterialConstants.AUTHOR, WechatMaterialConstants.DIGEST,
                WechatMaterialConstants.THUMB_MEDIA_ID, WechatMaterialConstants.INDEX, WechatMaterialConstants.NO_CONTENT,
                WechatMaterialConstants.FILE_NAME, WechatMaterialConstants.MEDIA_ID,
                WechatMaterialConstants.URL, WechatMaterialConstants.OFFSET, WechatMaterialConstants.COUNT,
                WechatMaterialConstants.MERCHANT, WechatMaterialConstants.BASE_URL, WechatMaterialConstants.PICTURES,
                WechatMaterialConstants.PICTURES_MISSING, WechatMaterialConstants.CHARACTERS,
                WechatMaterialConstants.WARNINGS);
        assertThat(catalog().get("headers").fieldNames()).toIterable()
                .allMatch(header -> header.startsWith("CamelWechatMaterial"));
    }

    @Test
    void theComponentIsListedWithItsCoordinates() throws Exception {
        Properties properties = new Properties();
        try (InputStream in = resource(SERVICES + "component.properties")) {
            properties.load(in);
        }

        assertThat(properties).containsEntry("components", "wechat-material wechat-material-platform")
                .containsEntry("groupId", "io.github.camelwechat")
                .containsEntry("artifactId", "camel-wechat-material");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "component/wechat-material,WechatMaterialComponent",
            "component/wechat-material-platform,WechatMaterialPlatformComponent",
            "configurer/wechat-material-component,WechatMaterialComponentConfigurer",
            "configurer/wechat-material-platform-component,WechatMaterialPlatformComponentConfigurer",
            "configurer/wechat-material-platform-endpoint,WechatMaterialPlatformEndpointConfigurer",
            "urifactory/wechat-material-platform-endpoint,WechatMaterialPlatformEndpointUriFactory",
            "configurer/wechat-material-endpoint,WechatMaterialEndpointConfigurer",
            "configurer/io.github.camelwechat.material.WechatMaterialAccount,WechatMaterialAccountConfigurer",
            "configurer/io.github.camelwechat.material.WechatMaterialPlatform,WechatMaterialPlatformConfigurer",
            "urifactory/wechat-material-endpoint,WechatMaterialEndpointUriFactory" })
    void camelFindsItsHelpersByTheirNames(String fileAndClass) throws Exception {
        String[] parts = fileAndClass.split(",", 2);
        try (InputStream in = resource(SERVICES + parts[0])) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("class=io.github.camelwechat.material." + parts[1]);
        }
    }

    @Test
    void theUriFactoryHidesTheSecrets() {
        assertThat(new WechatMaterialEndpointUriFactory().secretPropertyNames())
                .containsExactlyInAnyOrderElementsOf(SECRETS);
    }
}
