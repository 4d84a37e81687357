package io.github.camelwechat.material;

import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.token.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What an account's options may be, and from where they come: account, then component, then default. */
class AccountOptionsTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private AccountSettings brand() {
        return (AccountSettings) wechat.endpoint("wechat-material:brand-a").session().settings();
    }

    @Test
    void theAccountComesBeforeTheComponentBeforeTheDefault() {
        WechatMaterialAccount account = wechat.account("brand-a", "wx1", "s1");
        account.setConnectTimeout(1000L);
        wechat.configuration().setConnectTimeout(2000L);
        wechat.configuration().setResponseTimeout(3000L);

        assertThat(brand().connectTimeout()).hasMillis(1000);
        assertThat(brand().responseTimeout()).hasMillis(3000);
        assertThat(brand().requestTimeout()).hasMillis(120_000);
        assertThat(brand().maxConcurrentRequests()).isEqualTo(64);
    }

    @Test
    void apiUrlAndAllowPlainHttpAreInheritedToo() {
        WechatMaterialAccount account = wechat.account("brand-a", "wx1", "s1");
        account.setApiUrl(null);
        wechat.configuration().setApiUrl("http://relay.example");
        wechat.configuration().setAllowPlainHttp(true);

        assertThat(brand().apiUrl()).hasToString("http://relay.example");
    }

    @Test
    void anAccountMayForbidWhatTheComponentAllows() {
        WechatMaterialAccount account = wechat.account("brand-a", "wx1", "s1");
        account.setApiUrl("http://relay.example");
        account.setAllowPlainHttp(false);
        wechat.configuration().setAllowPlainHttp(true);

        assertThatThrownBy(this::brand).rootCause().hasMessageContaining("plain HTTP");
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                arguments("appId", (Consumer<WechatMaterialAccount>) account -> account.setAppId(null)),
                arguments("secret", (Consumer<WechatMaterialAccount>) account -> account.setSecret(null)),
                arguments("appId", (Consumer<WechatMaterialAccount>) account -> account.setAppId("")),
                arguments("secret", (Consumer<WechatMaterialAccount>) account -> account.setSecret(" ")));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void credentialsAreNeverInherited(String missing, Consumer<WechatMaterialAccount> spoil) {
        wechat.plainAccount();
        spoil.accept(wechat.account("brand-a", "wx1", "s1"));

        assertThatThrownBy(this::brand).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("brand-a").hasMessageContaining(missing + " is missing");
    }

    @Test
    void norIsAFixedToken() {
        wechat.configuration().setAccessToken("component-token");
        wechat.account("brand-a", "wx1", null);

        assertThatThrownBy(this::brand).rootCause().hasMessageContaining("secret is missing");
    }

    @Test
    void secretTogetherWithAccessTokenIsAnErrorThatShowsNeither() {
        wechat.account("brand-a", "wx1", "hidden-s").setAccessToken("hidden-t");

        assertThatThrownBy(this::brand).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("brand-a").hasMessageContaining("both secret and accessToken")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1, Integer.MIN_VALUE })
    void maxConcurrentRequestsIsAtLeastOne(int requests) {
        wechat.account("brand-a", "wx1", "s1").setMaxConcurrentRequests(requests);

        assertThatThrownBy(this::brand).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxConcurrentRequests is " + requests);
    }

    @ParameterizedTest
    @ValueSource(strings = { "maxConcurrentRequests", "connectTimeout" })
    void whatIsNoNumberIsNotCalledZeroWithoutAWord(String option) {
        assertThatThrownBy(() -> wechat.context().getEndpoint("wechat-material:wx1?secret=s1&" + option + "=banana"))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(option + " is 0")
                .hasMessageEndingWith("; Camel takes what is no number for 0");
    }

    static Stream<Arguments> timeouts() {
        return Stream.of(
                arguments("connectTimeout", (Consumer<WechatMaterialAccount>) account -> account.setConnectTimeout(0L)),
                arguments("responseTimeout", (Consumer<WechatMaterialAccount>) account -> account.setResponseTimeout(-1L)),
                arguments("requestTimeout", (Consumer<WechatMaterialAccount>) account -> account.setRequestTimeout(0L)));
    }

    @ParameterizedTest
    @MethodSource("timeouts")
    void aTimeOutIsAtLeastAMillisecond(String option, Consumer<WechatMaterialAccount> spoil) {
        spoil.accept(wechat.account("brand-a", "wx1", "s1"));

        assertThatThrownBy(this::brand).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option);
    }

    @Test
    void anEndpointReadsItsAccountOnce() {
        WechatMaterialAccount account = wechat.account("brand-a", "wx1", "s1");
        brand();
        account.setAppId("wx2");

        assertThat(brand().appId()).isEqualTo("wx1");
    }

    @Test
    void theClassicInterfaceIsInheritedAndMayBeTakenBack() {
        wechat.configuration().setCredentials("classic");
        WechatMaterialAccount account = wechat.account("brand-b", "wx2", "s2");
        account.setCredentials("stable");
        wechat.account("brand-a", "wx1", "s1");

        assertThat(brand().credentials()).isEqualTo(
                new Credentials.ClassicToken("wx1", "s1"));
        assertThat(((AccountSettings) wechat.endpoint("wechat-material:brand-b").session().settings()).credentials())
                .isEqualTo(new Credentials.StableToken("wx2", "s2"));
    }

    @Test
    void anotherInterfaceForTokensIsAnErrorThatNamesBoth() {
        wechat.account("brand-a", "wx1", "s1").setCredentials("stable_token");

        assertThatThrownBy(this::brand).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "credentials is 'stable_token', but has to be stable, classic, cloud or cloudToken; the nearest is stable");
    }
}
