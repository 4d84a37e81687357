package io.github.camelwechat.material;

import java.beans.IntrospectionException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rules (c) and (d): the component's plain options are the account, or there is none. */
class AccountOfComponentTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @ParameterizedTest
    @ValueSource(strings = { "default", Wechat.APP })
    void defaultAndTheOwnAppIdMeanThePlainOptions(String name) {
        wechat.plainAccount();

        assertThat(wechat.upload("wechat-material:" + name, Samples.png(), Map.of()).getException()).isNull();
        assertThat(wechat.onlyUpload().appId()).isEqualTo(Wechat.APP);
    }

    @Test
    void aFixedTokenIsEnough() {
        wechat.configuration().setAccessToken(wechat.simulator().tokens().issue(Wechat.APP));
        wechat.configuration().setApiUrl(wechat.simulator().url());

        assertThat(wechat.upload(Samples.png()).getException()).isNull();
    }

    /** Without those that make the URI an account of its own, and those that no URI may have. */
    static Stream<String> accountOptions() throws IntrospectionException {
        return AccountByAliasTest.accountOptions()
                .filter(option -> !List.of("secret", "accessToken", "platform", "cloudFile", "fromAppId").contains(option));
    }

    @ParameterizedTest
    @MethodSource("accountOptions")
    @ValueSource(strings = { "app-id", "APIURL", "Request-Timeout" })
    void anAccountOptionInTheUriIsAnError(String option) {
        wechat.plainAccount();

        for (String name : new String[] { "default", Wechat.APP }) {
            assertThatThrownBy(() -> wechat.endpoint("wechat-material:" + name + "?" + option + "=1"))
                    .rootCause().isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + name + "'").hasMessageContaining("configured on the component");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret", "accessToken" })
    void aCredentialForDefaultIsRefusedAsThatNameIsNoAppId(String option) {
        wechat.plainAccount();

        assertThatThrownBy(() -> wechat.endpoint("wechat-material:default?" + option + "=S")).rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'default' is the account that the component's options describe");
    }

    @Test
    void secretTogetherWithAccessTokenIsAnError() {
        wechat.plainAccount().setAccessToken("T");

        assertThatThrownBy(() -> wechat.endpoint("wechat-material:default")).rootCause()
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("both secret and accessToken");
    }

    @Test
    void defaultWithoutCredentialsSaysWhatIsMissing() {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:default")).rootCause()
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("appId is missing");

        wechat.configuration().setAppId("wxdemo");
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:default")).rootCause()
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("secret is missing");
    }

    @Test
    void anUnknownNameListsTheKnownOnesAndFallsBackToNone() {
        wechat.plainAccount();
        wechat.account("brand-a", Wechat.APP, Wechat.SECRET);
        wechat.account("brand-b", Wechat.OTHER_APP, Wechat.OTHER_SECRET);

        assertThatThrownBy(() -> wechat.endpoint("wechat-material:brand-c")).rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no account 'brand-c'")
                .hasMessageContaining("known are brand-a, brand-b, default, wxdemo");
    }

    @Test
    void withoutAnyAccountTheMessageSaysHowToConfigureOne() {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:brand-c")).rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none is configured: set appId and secret on the component");
    }

    @Test
    void theListOfKnownNamesHoldsNoSecret() {
        wechat.plainAccount();
        wechat.account("brand-a", Wechat.APP, Wechat.OTHER_SECRET);

        assertThatThrownBy(() -> wechat.endpoint("wechat-material:brand-c"))
                .hasStackTraceContaining("brand-a")
                .satisfies(e -> assertThat(Throwables.getStackTrace(e))
                        .doesNotContain(Wechat.SECRET, Wechat.OTHER_SECRET));
    }
}
