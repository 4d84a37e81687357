package io.github.camelwechat.material;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.token.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Accounts in WeChat's cloud hosting: what they need, what they do not take, and what they do not inherit. */
class CloudAccountTest {

    private static final Path DEFAULT_FILE = Path.of("/.tencentcloudbase/wx/cloudbase_access_token");

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private AccountSettings settings(String uri) {
        return (AccountSettings) wechat.endpoint(uri).settings();
    }

    private void account(String alias, Consumer<WechatMaterialAccount> options) {
        WechatMaterialAccount account = new WechatMaterialAccount();
        options.accept(account);
        wechat.component().getAccounts().put(alias, account);
    }

    private void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> wechat.endpoint(uri)).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void aliasNeedsNothingElse() {
        account("brand", account -> account.setCredentials("cloud"));
        AccountSettings settings = settings("wechat-material:brand");

        assertThat(settings.credentials()).isEqualTo(new Credentials.OpenInterfaceService(null, null));
        assertThat(settings.apiUrl()).isEqualTo(URI.create("http://api.weixin.qq.com"));
        assertThat(settings.transport().privateOnly()).isTrue();
    }

    @Test
    void tokenGoesByHttps() {
        account("brand", account -> {
            account.setCredentials("cloudToken");
            account.setFromAppId("wxm");
        });
        AccountSettings settings = settings("wechat-material:brand");

        assertThat(settings.credentials()).isEqualTo(new Credentials.CloudToken(null, "wxm", DEFAULT_FILE));
        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://api.weixin.qq.com"));
        assertThat(settings.transport().privateOnly()).isFalse();
    }

    @Test
    void uriAndComponentDescribeThemToo() {
        assertThat(settings("wechat-material:wx1?credentials=cloud&fromAppId=wx2").credentials())
                .isEqualTo(new Credentials.OpenInterfaceService("wx1", "wx2"));
        assertThat(settings("wechat-material:wx1?credentials=cloudToken&cloudFile=/run/token").credentials())
                .isEqualTo(new Credentials.CloudToken("wx1", null, Path.of("/run/token")));

        wechat.configuration().setCredentials("cloud");
        assertThat(settings("wechat-material:default").credentials())
                .isEqualTo(new Credentials.OpenInterfaceService(null, null));
        assertRefused("wechat-material:defualt", "There is no account 'defualt'", "known are default");
    }

    @Test
    void uriAccountsMayBeForbidden() {
        wechat.component().setAllowUriAccounts(false);

        assertRefused("wechat-material:wx1?credentials=cloud", "allowUriAccounts=false");
        assertRefused("wechat-material:wx1?CREDENTIALS=cloudToken", "allowUriAccounts=false");
    }

    @Test
    void accountIsNotInherited() {
        wechat.configuration().setCredentials("cloud");
        wechat.configuration().setFromAppId("wx2");
        account("brand", account -> account.setAppId("wx1"));
        account("own", account -> {
            account.setAppId("wx1");
            account.setSecret("s");
        });
        account("cloud", account -> account.setCredentials("cloud"));

        assertRefused("wechat-material:brand", "The account 'brand' needs", "credentials=cloud or cloudToken",
                "secret is missing");
        assertThat(settings("wechat-material:own").credentials()).isEqualTo(new Credentials.StableToken("wx1", "s"));
        assertThat(settings("wechat-material:wx1?secret=s").credentials()).isEqualTo(new Credentials.StableToken("wx1", "s"));
        assertThat(settings("wechat-material:cloud").credentials())
                .isEqualTo(new Credentials.OpenInterfaceService(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret=PLANTED", "accessToken=PLANTED" })
    void noSecretIsTaken(String option) {
        assertRefused("wechat-material:wx1?credentials=cloud&" + option, "has both credentials=cloud and");
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:wx1?credentials=cloudToken&" + option)).rootCause()
                .hasMessageNotContaining("PLANTED");
    }

    @Test
    void merchantHasNone() {
        wechat.platform("p");

        assertRefused("wechat-material:wxm?platform=p&credentials=cloud", "A merchant has platform and appId only");
        assertRefused("wechat-material:wxm?platform=p&fromAppId=wx2", "A merchant has platform and appId only", "fromAppId");
    }

    @ParameterizedTest
    @CsvSource({
            "secret=s&fromAppId=wx2,fromAppId", "secret=s&cloudFile=/a,cloudFile", "credentials=cloud&cloudFile=/a,cloudFile",
            "accessToken=t&fromAppId=wx2,fromAppId", "credentials=cloud&allowPlainHttp=true,allowPlainHttp" })
    void optionWithoutEffectIsAnError(String options, String named) {
        assertRefused("wechat-material:wx1?" + options, "The account 'wx1' sets " + named);
    }

    @Test
    void misspeltKindIsNamedWithTheNearest() {
        assertRefused("wechat-material:wx1?credentials=cluod", "credentials is 'cluod'", "the nearest is cloud");
        account("brand", account -> account.setCredentials("cloud-token"));
        assertRefused("wechat-material:brand", "credentials is 'cloud-token'", "the nearest is cloudToken");
    }

    @ParameterizedTest
    @ValueSource(strings = { "wx1%26access_token=x", "wx 1", "wx1%23", "${APP}" })
    void fromAppIdIsAnAppId(String value) {
        assertThatThrownBy(() -> wechat.endpoint("wechat-material:wx1?credentials=cloud&fromAppId=" + value)).rootCause()
                .hasMessageContaining("fromAppId");
    }

    @Test
    void proxyIsAnErrorAtStart() {
        assertRefused(
                "wechat-material:wx1?credentials=cloud&proxyHost=proxy&proxyPort=3128", "credentials=cloud", "takes no proxy");
        wechat.configuration().setProxyHost("proxy");
        wechat.configuration().setProxyPort(3128);
        assertRefused("wechat-material:wx2?credentials=cloud", "takes no proxy");
        account("brand", account -> {
            account.setCredentials("cloud");
            account.setProxyHost("");
        });
        assertThat(settings("wechat-material:brand").transport().proxy()).isNull();
        assertThat(settings("wechat-material:wx1?credentials=cloudToken").transport().proxy()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://203.0.113.1", "http://[2001:db8::1]:8080", "http://[::ffff:8.8.8.8]", "http://100.64.0.1" })
    void publicAddressIsAnErrorAtStart(String apiUrl) {
        assertRefused("wechat-material:wx1?credentials=cloud&apiUrl=" + apiUrl, "which is a public address");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://10.0.0.1", "http://169.254.1.1", "http://[fd00::1]:8080", "http://[::ffff:10.0.0.1]", "http://api.example",
            "https://203.0.113.1" })
    void otherAddressesAreNot(String apiUrl) {
        assertThat(settings("wechat-material:wx1?credentials=cloud&apiUrl=" + apiUrl).apiUrl()).hasToString(apiUrl);
    }

    @Test
    void allowPlainHttpOfTheComponentOpensNoWay() {
        wechat.configuration().setAllowPlainHttp(true);

        assertThat(settings("wechat-material:wx1?credentials=cloud").transport().privateOnly()).isTrue();
        assertThat(settings("wechat-material:wx2?secret=s&apiUrl=http://relay.example").transport().privateOnly()).isFalse();
    }

    @Test
    void connectionsAreNotSharedWithOtherAccounts() {
        AccountSettings cloud = settings("wechat-material:wx1?credentials=cloud&apiUrl=http://127.0.0.1:1");
        AccountSettings other = settings("wechat-material:wx1?secret=s&apiUrl=http://127.0.0.1:1");

        assertThat(cloud.transport()).isNotEqualTo(other.transport());
    }

    @Test
    void startCallsNobody() throws Exception {
        wechat.endpoint("wechat-material:wx1?credentials=cloud&apiUrl=" + wechat.simulator().url()).start();
        wechat.endpoint("wechat-material:wx1?credentials=cloudToken&apiUrl=" + wechat.simulator().url()).start();

        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }
}
