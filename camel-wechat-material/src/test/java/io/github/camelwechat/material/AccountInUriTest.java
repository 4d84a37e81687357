package io.github.camelwechat.material;

import java.util.Map;

import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.token.Credentials;
import io.github.camelwechat.material.result.AddMaterialResult;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rule (b): the URI carries secret or accessToken, and so is an account of its own. */
class AccountInUriTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void onlyTheUrlIsTheComponents() {
        wechat.configuration().setApiUrl(wechat.simulator().url());
    }

    private AccountSettings settings(String uri) {
        return (AccountSettings) wechat.endpoint(uri).session().settings();
    }

    @Test
    void theNameIsTheAppIdWhereTheUriHasNone() {
        Exchange result = wechat.upload("wechat-material:wxdemo?secret=" + Wechat.SECRET, Samples.png(), Map.of());

        assertThat(result.getException()).isNull();
        assertThat(wechat.simulator().library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void theAppIdOfTheUriComesBeforeTheName() {
        Exchange result = wechat.upload(
                "wechat-material:anything?appId=wxdemo&secret=" + Wechat.SECRET, Samples.png(), Map.of());

        assertThat(result.getMessage().getBody()).isInstanceOf(AddMaterialResult.class);
        assertThat(wechat.onlyUpload().appId()).isEqualTo("wxdemo");
    }

    @Test
    void aFixedTokenNeedsNoSecretAndAsksForNone() {
        String token = wechat.simulator().tokens().issue(Wechat.APP);

        Exchange result = wechat.upload("wechat-material:any?accessToken=" + token, Samples.png(), Map.of());

        assertThat(result.getException()).isNull();
        assertThat(wechat.onlyUpload().query()).contains("access_token=" + token);
        assertThat(wechat.tokenCalls()).isZero();
    }

    @Test
    void theComponentsCredentialsAreNeverInherited() {
        wechat.configuration().setAppId("wxcomponent");
        wechat.configuration().setSecret("component-secret");

        AccountSettings token = settings("wechat-material:own?accessToken=T");
        AccountSettings secret = settings("wechat-material:own?secret=S");

        assertThat(token.credentials()).isEqualTo(new Credentials.FixedToken("own", "T"));
        assertThat(secret.credentials()).isEqualTo(
                new Credentials.StableToken("own", "S"));
    }

    @Test
    void norIsTheComponentsFixedToken() {
        wechat.configuration().setAccessToken("component-token");

        assertThat(settings("wechat-material:own?secret=S").credentials()).isEqualTo(
                new Credentials.StableToken("own", "S"));
    }

    @Test
    void theOtherOptionsAre() {
        wechat.configuration().setMaxConcurrentRequests(7);
        wechat.configuration().setResponseTimeout(7000L);

        AccountSettings settings = settings("wechat-material:own?secret=S&responseTimeout=8000");

        assertThat(settings.maxConcurrentRequests()).isEqualTo(7);
        assertThat(settings.responseTimeout()).hasMillis(8000);
        assertThat(settings.apiUrl()).hasToString(wechat.simulator().url());
    }

    @Test
    void secretTogetherWithAccessTokenIsAnError() {
        assertThatThrownBy(() -> settings("wechat-material:own?secret=S&accessToken=T"))
                .rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both secret and accessToken").hasMessageContaining("own");
    }

    @ParameterizedTest
    @ValueSource(strings = { "appId=wxdemo", "apiUrl=https://localhost", "maxConcurrentRequests=3" })
    void anOptionThatIsNoCredentialMakesNoAccount(String option) {
        assertThatThrownBy(() -> settings("wechat-material:own?" + option))
                .rootCause().isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no account 'own'");
    }

    @Test
    void rawKeepsASecretOfSpecialCharactersWhole() {
        assertThat(settings("wechat-material:own?secret=RAW(p&a%ss=+w{}rd)").credentials().secrets())
                .containsExactly("p&a%ss=+w{}rd");
    }

    @Test
    void anotherSpellingIsTheSameOption() {
        assertThat(settings("wechat-material:own?SECRET=S&app-id=wx1"))
                .satisfies(settings -> assertThat(settings.credentials().secrets()).containsExactly("S"))
                .satisfies(settings -> assertThat(settings.appId()).isEqualTo("wx1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret=", "accessToken=" })
    void anEmptyCredentialIsNone(String option) {
        assertThatThrownBy(() -> settings("wechat-material:own?" + option)).rootCause()
                .isInstanceOf(IllegalArgumentException.class);
    }
}
