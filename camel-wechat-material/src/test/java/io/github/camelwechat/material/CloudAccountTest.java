package io.github.camelwechat.material;

import java.net.URI;
import java.nio.file.Path;

import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.token.Credentials;
import org.apache.camel.support.jsse.SSLContextParameters;
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

    /** {@return the settings of an account of the component with these options} */
    private AccountSettings settings(String options) {
        return (AccountSettings) wechat.endpoint(account(options)).settings();
    }

    /** {@return the URI of an account of the component with these options} */
    private String account(String options) {
        String name = "brand" + wechat.component().getAccounts().size();
        wechat.component().getAccounts().put(name, WrittenAccount.of(wechat.context(), options));
        return "wechat-material:" + name;
    }

    private AccountSettings ofUri(String uri) {
        return (AccountSettings) wechat.endpoint(uri).settings();
    }

    private void assertRefused(String options, String... parts) {
        assertUriRefused(account(options), parts);
    }

    private void assertUriRefused(String uri, String... parts) {
        assertThatThrownBy(() -> wechat.endpoint(uri)).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void aliasNeedsNothingElse() {
        AccountSettings settings = settings("credentials=cloud");

        assertThat(settings.credentials()).isEqualTo(new Credentials.OpenInterfaceService(null));
        assertThat(settings.apiUrl()).isEqualTo(URI.create("http://api.weixin.qq.com"));
        assertThat(settings.transport().privateOnly()).isTrue();
    }

    @Test
    void tokenGoesByHttps() {
        AccountSettings settings = settings("credentials=cloudToken&fromAppId=wxm");

        assertThat(settings.credentials()).isEqualTo(new Credentials.CloudToken("wxm", DEFAULT_FILE));
        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://api.weixin.qq.com"));
        assertThat(settings.transport().privateOnly()).isFalse();
    }

    @Test
    void componentDescribesThemToo() {
        assertThat(settings("credentials=cloud&fromAppId=wx2").credentials())
                .isEqualTo(new Credentials.OpenInterfaceService("wx2"));
        assertThat(settings("credentials=cloudToken&cloudFile=/run/token").credentials())
                .isEqualTo(new Credentials.CloudToken(null, Path.of("/run/token")));

        wechat.configuration().setCredentials("cloud");
        assertThat(ofUri("wechat-material:default").credentials()).isEqualTo(new Credentials.OpenInterfaceService(null));
        assertUriRefused("wechat-material:defualt", "There is no account 'defualt'", "known are brand0, brand1, default");
    }

    @ParameterizedTest
    @CsvSource({
            "wx1?credentials=cloud,credentials=cloud", "wx1?CREDENTIALS=cloudToken,credentials=cloudToken",
            "wx1?credentials=RAW(cloud),credentials=cloud", "wx1?credentials={{kind}},credentials=cloud",
            "wx1?credentials=cloud&secret=s,credentials=cloud",
            "default?credentials=cloud,credentials=cloud", "wx1?secret=s&fromAppId=wx2,fromAppId",
            "wx1?accessToken=t&cloud-file=/etc/hostname,cloudFile", "wx1?cloudFile=/etc/hostname,cloudFile" })
    void uriMayNotDescribeOne(String uri, String named) {
        wechat.context().getPropertiesComponent().addInitialProperty("kind", "cloud");

        for (boolean uriAccounts : new boolean[] { true, false }) {
            wechat.component().setAllowUriAccounts(uriAccounts);
            assertUriRefused("wechat-material:" + uri, "The URI sets " + named, "accounts[brand].credentials=cloud",
                    "use wechat-material:brand");
        }
    }

    @Test
    void nameOfABeanInAUriIsNoWayAround() {
        wechat.context().getRegistry().bind("kind", "cloudToken");

        assertUriRefused("wechat-material:wx1?credentials=#bean:kind&accessToken=", "The URI sets credentials=cloudToken");
    }

    @ParameterizedTest
    @ValueSource(strings = { "credentials=cloud", "fromAppId=wx2", "cloudFile=/etc/hostname", "apiUrl=http://127.0.0.1" })
    void uriMayNotChangeOne(String option) {
        assertUriRefused(account("credentials=cloudToken") + "?" + option, "is configured on the component");
    }

    @Test
    void accountIsNotInherited() {
        wechat.configuration().setCredentials("cloud");
        wechat.configuration().setFromAppId("wx2");

        assertRefused("appId=wx1", "The account 'brand0' needs", "credentials=cloud or cloudToken", "secret is missing");
        assertThat(settings("appId=wx1&secret=s").credentials()).isEqualTo(new Credentials.StableToken("wx1", "s"));
        assertThat(ofUri("wechat-material:wx1?secret=s").credentials()).isEqualTo(new Credentials.StableToken("wx1", "s"));
        assertThat(settings("credentials=cloud").credentials()).isEqualTo(new Credentials.OpenInterfaceService(null));
    }

    @ParameterizedTest
    @CsvSource({ "secret=PLANTED,take it out", "accessToken=PLANTED,take it out", "appId=PLANTED,fromAppId" })
    void othersCredentialsAreNotTaken(String option, String advice) {
        for (String kind : new String[] { "cloud", "cloudToken" }) {
            String uri = account("credentials=" + kind + "&" + option);
            assertUriRefused(uri, "has both credentials=" + kind + " and " + option.replace("=PLANTED", ""), advice);
            assertThatThrownBy(() -> wechat.endpoint(uri)).rootCause().hasMessageNotContaining("PLANTED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret=", "accessToken=", "appId= " })
    void emptyOnesAreNone(String option) {
        assertThat(settings("credentials=cloud&" + option).credentials())
                .isEqualTo(new Credentials.OpenInterfaceService(null));
    }

    @Test
    void appIdOfTheComponentIsAnErrorToo() {
        wechat.configuration().setCredentials("cloud");
        wechat.configuration().setAppId("wx1");

        assertUriRefused("wechat-material:default", "both credentials=cloud and appId", "fromAppId");
    }

    @Test
    void merchantHasNone() {
        wechat.platform("p");

        assertUriRefused("wechat-material:wxm?platform=p&credentials=cloud", "A merchant has platform and appId only");
        assertUriRefused(
                "wechat-material:wxm?platform=p&fromAppId=wx2", "A merchant has platform and appId only", "fromAppId");
    }

    @ParameterizedTest
    @CsvSource({
            "appId=wx1&secret=s&fromAppId=wx2,fromAppId", "appId=wx1&secret=s&cloudFile=/a,cloudFile",
            "credentials=cloud&cloudFile=/a,cloudFile", "accessToken=t&fromAppId=wx2,fromAppId",
            "credentials=cloud&allowPlainHttp=true,allowPlainHttp" })
    void optionWithoutEffectIsAnError(String options, String named) {
        assertRefused(options, "The account 'brand0' sets " + named);
    }

    @Test
    void trustStoreIsAnErrorAsThereIsNoTls() {
        WechatMaterialAccount account = WrittenAccount.of(wechat.context(), "credentials=cloud");
        account.setSslContextParameters(new SSLContextParameters());
        wechat.component().getAccounts().put("brand", account);
        assertUriRefused("wechat-material:brand", "sslContextParameters", "plain HTTP");

        wechat.configuration().setSslContextParameters(new SSLContextParameters());
        assertThat(settings("credentials=cloud").transport().sslContext()).isNull();
    }

    @Test
    void misspeltKindIsNamedWithTheNearest() {
        assertUriRefused("wechat-material:wx1?credentials=cluod", "credentials is 'cluod'", "the nearest is cloud");
        assertRefused("credentials=cloud-token", "credentials is 'cloud-token'", "the nearest is cloudToken");
    }

    @ParameterizedTest
    @ValueSource(strings = { "wx1%26access_token=x", "wx 1", "wx1%23", "${APP}" })
    void fromAppIdIsAnAppId(String value) {
        assertRefused("credentials=cloud&fromAppId=" + value, "fromAppId");
    }

    @Test
    void proxyIsAnErrorAtStart() {
        assertRefused("credentials=cloud&proxyHost=proxy&proxyPort=3128", "credentials=cloud", "takes no proxy");
        wechat.configuration().setProxyHost("proxy");
        wechat.configuration().setProxyPort(3128);
        assertRefused("credentials=cloud", "takes no proxy");
        assertThat(settings("credentials=cloud&proxyHost=").transport().proxy()).isNull();
        assertThat(settings("credentials=cloudToken").transport().proxy()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://203.0.113.1", "http://[2001:db8::1]:8080", "http://[::ffff:8.8.8.8]", "http://100.64.0.1" })
    void publicAddressIsAnErrorAtStart(String apiUrl) {
        assertRefused("credentials=cloud&apiUrl=" + apiUrl, "which is a public address");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://api.weixin.qq.com", "HTTPS://10.0.0.1" })
    void httpsIsAnErrorAtStart(String apiUrl) {
        assertRefused("credentials=cloud&apiUrl=" + apiUrl, apiUrl, "plain HTTP only", "credentials=cloudToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://10.0.0.1", "http://169.254.1.1", "http://[fd00::1]:8080", "http://[::ffff:10.0.0.1]",
            "http://api.example" })
    void otherAddressesAreNot(String apiUrl) {
        assertThat(settings("credentials=cloud&apiUrl=" + apiUrl).apiUrl()).hasToString(apiUrl);
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://relay.example", "http://10.0.0.1:8080" })
    void apiUrlOfTheComponentIsForOthers(String apiUrl) {
        wechat.configuration().setApiUrl(apiUrl);
        wechat.configuration().setAllowPlainHttp(true);

        assertThat(settings("credentials=cloud").apiUrl()).hasToString("http://api.weixin.qq.com");
        assertThat(settings("credentials=cloudToken").apiUrl()).hasToString(apiUrl);
    }

    @Test
    void componentThatIsSuchAnAccountMaySetApiUrl() {
        wechat.configuration().setCredentials("cloud");
        wechat.configuration().setApiUrl("http://127.0.0.1:8081");

        assertThat(ofUri("wechat-material:default").apiUrl()).hasToString("http://127.0.0.1:8081");
    }

    @Test
    void allowPlainHttpOfTheComponentOpensNoWay() {
        wechat.configuration().setAllowPlainHttp(true);

        assertThat(settings("credentials=cloud").transport().privateOnly()).isTrue();
        assertThat(ofUri("wechat-material:wx2?secret=s&apiUrl=http://relay.example").transport().privateOnly()).isFalse();
    }

    @Test
    void connectionsAreNotSharedWithOtherAccounts() {
        AccountSettings cloud = settings("credentials=cloud&apiUrl=http://127.0.0.1:1");
        AccountSettings other = ofUri("wechat-material:wx1?secret=s&apiUrl=http://127.0.0.1:1");

        assertThat(cloud.transport()).isNotEqualTo(other.transport());
    }

    @Test
    void startCallsNobody() throws Exception {
        wechat.endpoint(account("credentials=cloud&apiUrl=" + wechat.simulator().url())).start();
        wechat.endpoint(account("credentials=cloudToken&apiUrl=" + wechat.simulator().url())).start();

        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }
}
