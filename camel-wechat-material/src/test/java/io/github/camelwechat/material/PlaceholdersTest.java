package io.github.camelwechat.material;

import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.transport.ProxySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Values that somebody forgot to resolve are refused at the start, by the name of their option. */
class PlaceholdersTest {

    private static final String PLANTED = "PLANTED";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private AccountSettings brand() {
        return (AccountSettings) wechat.endpoint("wechat-material:brand-a").session().settings();
    }

    private void assertRefused(String option) {
        assertThatThrownBy(this::brand).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(option).hasMessageContaining("not resolved").hasMessageNotContaining(PLANTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "${PLANTED}", " {{PLANTED}} ", "{{env:PLANTED:x}}", "${PLANTED}\n", "${PLANTED:a\nb}", "$PLANTED", "%PLANTED%",
            "@PLANTED@", "RAW(PLANTED)", "RAW{PLANTED}", "ENC(PLANTED)", "#bean:PLANTED", "#{PLANTED}", "%{PLANTED}",
            "$env:PLANTED", "$(PLANTED)", "{cipher}PLANTED", "<PLANTED>", "\ufeff${PLANTED}\n" })
    void credentialThatIsAPlaceholderIsRefused(String value) {
        wechat.account("brand-a", value, "s1");
        assertRefused("appId of the account 'brand-a'");

        wechat.account("brand-a", "wx1", value);
        assertRefused("secret of the account 'brand-a'");

        wechat.account("brand-a", "wx1", null).setAccessToken(value);
        assertRefused("accessToken of the account 'brand-a'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a${b}", "${a}b", "{{", "a@b@", "RAW(a", "-_$a.", "#a" })
    void credentialThatHoldsSuchSignsIsTaken(String value) {
        wechat.account("brand-a", "wx1", value);

        assertThat(brand().credentials().secrets()).containsExactly(value);
    }

    @Test
    void whiteSpaceAroundCredentialsIsStripped() {
        wechat.account("brand-a", " wx1\n", "s1\r\n");
        assertThat(brand().appId()).isEqualTo("wx1");
        assertThat(brand().credentials().secrets()).containsExactly("s1");

        wechat.account("brand-b", null, null).setAccessToken("\tt1\n");
        assertThat(((AccountSettings) wechat.endpoint("wechat-material:brand-b").session().settings()).credentials().secrets())
                .containsExactly("t1");
    }

    @Test
    void charactersThatNobodySeesAreDroppedFromCredentials() {
        wechat.account("brand-a", "wx1\u200b", "\ufeffs1\u00a0\r\n");

        assertThat(brand().appId()).isEqualTo("wx1");
        assertThat(brand().credentials().secrets()).containsExactly("s1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PLANTED\nwx1", "wx1\tPLANTED", "PLANTED\0" })
    void credentialWithAControlCharacterIsRefused(String value) {
        wechat.account("brand-a", "wx1", value);

        assertThatThrownBy(this::brand).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("secret of the account 'brand-a' has a line end or another control character")
                .hasMessageNotContaining(PLANTED);
    }

    @Test
    void nameThatIsTheAppIdIsRefusedToo() {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:$PLANTED?secret=s1")).rootCause()
                .hasMessageStartingWith("appId of the account");
    }

    @ParameterizedTest
    @ValueSource(strings = { "${PLANTED}", "{{PLANTED}}" })
    void addressesAndLoginsAreRefusedToo(String value) {
        WechatMaterialAccount account = wechat.account("brand-a", "wx1", "s1");
        account.setProxyPort(3128);
        account.setProxyHost(value);
        assertRefused("proxyHost");

        account.setProxyHost("proxy.example");
        account.setProxyAuthUsername("user");
        account.setProxyAuthPassword(value);
        assertRefused("proxyAuthPassword");

        account.setProxyAuthUsername(value);
        assertRefused("proxyAuthUsername");

        account.setApiUrl(value);
        assertRefused("apiUrl");
    }

    @Test
    void lineEndOfALoginIsStrippedAndItsSpacesAreKept() {
        WechatMaterialAccount account = wechat.account("brand-a", "wx1", "s1");
        account.setProxyHost("proxy.example");
        account.setProxyPort(3128);
        account.setProxyAuthUsername("user\n");
        account.setProxyAuthPassword(" pass \r\n");

        assertThat(brand().transport().proxy()).isNotNull().satisfies(
                proxy -> assertThat(proxy.login()).isEqualTo(new ProxySettings.Login(
                        "user", " pass ")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "fileName", "title", "introduction" })
    void textThatIsAnExpressionIsRefusedWithTheWayOut(String option) {
        wechat.account("brand-a", "wx1", "s1");

        assertThatThrownBy(() -> wechat.endpoint("wechat-material:brand-a?" + option + "=${header.PLANTED}")).rootCause()
                .hasMessageStartingWith(option).hasMessageContaining("toD");
    }
}
