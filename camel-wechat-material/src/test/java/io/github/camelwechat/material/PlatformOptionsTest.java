package io.github.camelwechat.material;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.platform.PlatformIdentity;
import io.github.camelwechat.material.internal.session.MerchantSettings;
import io.github.camelwechat.material.internal.session.PlatformSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Options of a platform, and where those come from that it does not set. */
class PlatformOptionsTest {

    private static final String PLANTED = "PLANTED";
    private static final String OTHER_KEY = "otherSecretKeyOfWxplatform00123456789abcdeE";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private PlatformSettings settings() {
        return ((MerchantSettings) wechat.endpoint("wechat-material:wxmerchant?platform=p").settings()).platform();
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(this::settings).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts).hasMessageNotContaining(PLANTED);
    }

    @Test
    void platformHasItsIdentityAndStore() {
        wechat.platform("p").setStore(" file:/var/lib/wechat ");

        assertThat(settings().identity()).isEqualTo(new PlatformIdentity(
                Wechat.PLATFORM_APP, Wechat.PLATFORM_SECRET, Wechat.PLATFORM_TOKEN, Wechat.SECRET_KEY));
        assertThat(settings().store()).isEqualTo("file:/var/lib/wechat");
        assertThat(settings().pushMaxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings().apiUrl()).hasToString(wechat.simulator().url());
    }

    @Test
    void platformComesBeforeComponentBeforeDefault() {
        WechatMaterialPlatform platform = wechat.platform("p");
        platform.setApiUrl(null);
        platform.setConnectTimeout(1000L);
        platform.setMaxConcurrentRequests(7);
        wechat.configuration().setApiUrl("http://relay.example");
        wechat.configuration().setAllowPlainHttp(true);
        wechat.configuration().setConnectTimeout(2000L);
        wechat.configuration().setResponseTimeout(3000L);
        wechat.configuration().setProxyHost("proxy.example");
        wechat.configuration().setProxyPort(3128);

        PlatformSettings settings = settings();
        assertThat(settings.apiUrl()).hasToString("http://relay.example");
        assertThat(settings.connectTimeout()).hasMillis(1000);
        assertThat(settings.responseTimeout()).hasMillis(3000);
        assertThat(settings.requestTimeout()).hasMillis(120_000);
        assertThat(settings.maxConcurrentRequests()).isEqualTo(7);
        assertThat(settings.transport().proxy().host()).isEqualTo("proxy.example");
    }

    static Stream<Arguments> required() {
        return Stream.of(
                arguments("appId", (Consumer<WechatMaterialPlatform>) platform -> platform.setAppId(null)),
                arguments("secret", (Consumer<WechatMaterialPlatform>) platform -> platform.setSecret(null)),
                arguments("token", (Consumer<WechatMaterialPlatform>) platform -> platform.setToken(" ")),
                arguments("secretKey", (Consumer<WechatMaterialPlatform>) platform -> platform.setSecretKey("\n")));
    }

    @ParameterizedTest
    @MethodSource("required")
    void identityIsRequiredAndNeverInherited(String missing, Consumer<WechatMaterialPlatform> spoil) {
        wechat.plainAccount();
        spoil.accept(wechat.platform("p"));

        assertRefused("The platform 'p' needs appId, secret, token, secretKey and store; " + missing + " is missing");
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        wechat.component().getPlatforms().put("p", new WechatMaterialPlatform());

        assertRefused("; appId, secret, token, secretKey are missing");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " " })
    void platformWithoutStoreNamesBothStores(String store) {
        wechat.platform("p").setStore(store);

        assertRefused("The platform 'p' has no store", "memory", "file:DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Memory", "file:", "/var/lib/wechat", "jdbc:x" })
    void unknownStoreNamesBothStores(String store) {
        wechat.platform("p").setStore(store);

        assertRefused("'" + store + "'", "memory", "file:DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = { "${PLANTED}", "file:${PLANTED}", "file:/var/{{PLANTED}}/x" })
    void placeholderInTheStoreIsRefused(String store) {
        wechat.platform("p").setStore(store);

        assertRefused("store of the platform 'p' is a placeholder that was not resolved");
    }

    static Stream<Arguments> credentials() {
        return Stream.of(
                arguments("appId", (Consumer<WechatMaterialPlatform>) platform -> platform.setAppId("${PLANTED}")),
                arguments("secret", (Consumer<WechatMaterialPlatform>) platform -> platform.setSecret("{{PLANTED}}")),
                arguments("token", (Consumer<WechatMaterialPlatform>) platform -> platform.setToken("$PLANTED")),
                arguments("secretKey", (Consumer<WechatMaterialPlatform>) platform -> platform.setSecretKey("ENC(PLANTED)")));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void credentialThatIsAPlaceholderIsRefused(String option, Consumer<WechatMaterialPlatform> spoil) {
        spoil.accept(wechat.platform("p"));

        assertRefused(option + " of the platform 'p' is a placeholder that was not resolved");
    }

    @Test
    void whiteSpaceAroundCredentialsIsStripped() {
        wechat.platform("p").setSecret("s\r\n");

        assertThat(settings().identity().secret()).isEqualTo("s");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "PLANTED", "PLANTED4567890123456789012345678901234567-9",
            "PLANTED456789012345678901234567890123456789,x" })
    void secretKeyOfAnotherFormIsRefusedEarly(String secretKey) {
        wechat.platform("p").setSecretKey(secretKey);

        assertRefused("secretKey of the platform");
    }

    @Test
    void secretKeyMayHaveThePreviousOneBesideIt() {
        wechat.platform("p").setSecretKey(Wechat.SECRET_KEY + "," + OTHER_KEY);

        assertThat(settings().identity().secretKey()).isEqualTo(Wechat.SECRET_KEY + "," + OTHER_KEY);
    }

    @Test
    void appIdIsNoOtherText() {
        wechat.platform("p").setAppId("wx1?apiUrl=x");

        assertRefused("appId", "wx1?apiUrl=x", "1 to 64 letters");
    }

    @ParameterizedTest
    @CsvSource({ "10m, 600000", "90s, 90000", "1h30m, 5400000", "PT5M, 300000", "1500, 1500", "0, 0", " 2m , 120000" })
    void pushMaxAgeIsADuration(String written, long millis) {
        wechat.platform("p").setPushMaxAge(written);

        assertThat(settings().pushMaxAge()).hasMillis(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ten minutes", "10 minuten", "-1", "-10m", "m", "", "1.5h", "10x", "PT", "PT5S3M" })
    void otherPushMaxAgeIsNotTakenForOff(String written) {
        wechat.platform("p").setPushMaxAge(written);

        assertRefused("pushMaxAge of the platform 'p' is '" + written + "'", "10m", "0 for pushes of any age");
    }

    @Test
    void optionsOfConnectionsAreChecked() {
        WechatMaterialPlatform platform = wechat.platform("p");
        platform.setMaxConcurrentRequests(0);
        assertRefused("maxConcurrentRequests is 0");

        platform.setMaxConcurrentRequests(null);
        platform.setApiUrl("http://relay.example");
        assertRefused("apiUrl is plain HTTP");

        platform.setApiUrl(null);
        platform.setProxyPort(1);
        assertRefused("proxyHost");
    }

    @ParameterizedTest
    @ValueSource(strings = { "My-Platform", "a_b", "*", "", "a.b" })
    void nameHoldsLowerCaseLettersDigitsAndDashes(String name) {
        wechat.platform(name);

        assertRefused("The platform name '" + name + "' may hold only lower-case letters, digits and dashes");
    }

    @Test
    void nameWithoutAPlatformIsAnError() {
        wechat.component().getPlatforms().put("p", null);

        assertRefused("The platform 'p' is null");
    }

    @Test
    void unknownNameIsAnErrorWithTheKnownOnesAndTheNearest() {
        wechat.platform("my-platform");
        wechat.platform("other");

        assertThatThrownBy(() -> wechat.endpoint("wechat-material:wxm?platform=my-platfrom")).rootCause()
                .hasMessage("There is no platform 'my-platfrom'; known are my-platform, other; the nearest is my-platform");
    }

    @Test
    void componentGivesThemByTheName() {
        wechat.platform("p");

        assertThat(wechat.component().platformSettings("p")).isEqualTo(settings());
        assertThatThrownBy(() -> wechat.component().platformSettings("q")).hasMessageContaining("known are p");
    }

    @Test
    void withoutPlatformsTheErrorSaysSo() {
        assertRefused("There is no platform 'p'; none is configured");
    }

    @Test
    void equalPlatformsAreOne() {
        wechat.platform("p");
        wechat.platform("q");

        assertThat(wechat.endpoint("wechat-material:wxm?platform=p").settings())
                .isEqualTo(wechat.endpoint("wechat-material:wxm?platform=q").settings());
    }
}
