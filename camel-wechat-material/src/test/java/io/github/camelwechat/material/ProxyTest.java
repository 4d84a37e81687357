package io.github.camelwechat.material;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.internal.session.AccountSettings;
import io.github.camelwechat.material.internal.transport.ProxySettings;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.Exchange;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Uploads through a real proxy, and which proxy it is. */
class ProxyTest {

    private static final byte[] LARGE = Samples.png(2 << 20, 1);

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path folder;

    private static void use(ForwardProxy proxy, WechatMaterialAccount account) {
        account.setProxyHost("127.0.0.1");
        account.setProxyPort(proxy.port());
    }

    private static void login(WechatMaterialAccount account) {
        account.setProxyAuthUsername("scott");
        account.setProxyAuthPassword("hidden:tiger");
    }

    private void succeeds(byte[] body) {
        assertThat(wechat.upload(body).getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1);
    }

    private NotSentException notSent() {
        Exchange result = wechat.upload(Samples.png());

        assertThat(result.getException()).isExactlyInstanceOf(NotSentException.class);
        assertThat(Throwables.getStackTrace(result.getException())).doesNotContain("hidden", Wechat.SECRET);
        return (NotSentException) result.getException();
    }

    @Test
    void httpsGoesThroughATunnel() throws Exception {
        Certificates certificates = new Certificates(folder);
        try (TlsFront front = new TlsFront(wechat.simulator().url(), certificates.of("127.0.0.1"), false);
             ForwardProxy proxy = ForwardProxy.open()) {
            use(proxy, wechat.plainAccount());
            wechat.configuration().setApiUrl(front.url());
            wechat.configuration().setSslContextParameters(certificates.trusting());

            succeeds(LARGE);
            assertThat(proxy.requests()).isNotEmpty().containsOnly("CONNECT 127.0.0.1:" + front.port());
            assertThat(front.requests()).hasSize(2);
        }
    }

    @Test
    void withALoginThatTheTargetDoesNotGetToSee() throws Exception {
        Certificates certificates = new Certificates(folder);
        try (TlsFront front = new TlsFront(wechat.simulator().url(), certificates.of("127.0.0.1"), false);
             ForwardProxy proxy = ForwardProxy.with("scott", "hidden:tiger")) {
            use(proxy, wechat.plainAccount());
            login(wechat.configuration());
            wechat.configuration().setApiUrl(front.url());
            wechat.configuration().setSslContextParameters(certificates.trusting());

            succeeds(LARGE);
            assertThat(front.requests()).hasSize(2).noneMatch(headers -> headers.contains("Proxy-Authorization"))
                    .noneMatch(headers -> headers.contains("Authorization"));
        }
    }

    @Test
    void theCertificateInTheTunnelHasToBeTheTargets() throws Exception {
        Certificates certificates = new Certificates(folder);
        try (TlsFront front = new TlsFront(wechat.simulator().url(), certificates.of("wechat.example"), false);
             ForwardProxy proxy = ForwardProxy.open()) {
            use(proxy, wechat.plainAccount());
            wechat.configuration().setApiUrl(front.url());
            wechat.configuration().setSslContextParameters(certificates.trusting());

            assertThat(notSent()).hasMessageContaining("the certificate that was shown is not one for 127.0.0.1");
            assertThat(front.requests()).isEmpty();
        }
    }

    @Test
    void anAnswerThroughTheTunnelIsNotTheProxysWhateverItSays() throws Exception {
        Certificates certificates = new Certificates(folder);
        try (TlsFront front = new TlsFront(wechat.simulator().url(), certificates.of("127.0.0.1"), false);
             ForwardProxy proxy = ForwardProxy.open()) {
            use(proxy, wechat.plainAccount());
            wechat.configuration().setApiUrl(front.url());
            wechat.configuration().setSslContextParameters(certificates.trusting());
            wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.status(407));

            // it was sent, so it must not pass for safe to send again
            assertThat(wechat.upload(Samples.png()).getException()).isInstanceOfSatisfying(
                    UnexpectedAnswerException.class, e -> assertThat(e.getHttpStatus()).isEqualTo(407));
        }
    }

    @Test
    void plainHttpIsForwardedWithoutTheLogin() throws Exception {
        try (ForwardProxy proxy = ForwardProxy.with("scott", "hidden:tiger")) {
            use(proxy, wechat.plainAccount());
            login(wechat.configuration());

            succeeds(LARGE);
            String host = wechat.simulator().url().substring("http://".length());
            assertThat(proxy.requests()).containsExactly("POST " + host, "POST " + host);
            assertThat(wechat.onlyUpload().header("Proxy-Authorization")).isNull();
            assertThat(wechat.onlyUpload().header("Via")).isNotNull();
        }
    }

    static Stream<Arguments> logins() {
        return Stream.of(
                arguments((Consumer<WechatMaterialAccount>) account -> {
                }, "asks for a login"),
                arguments((Consumer<WechatMaterialAccount>) ProxyTest::login, "refuses the login"));
    }

    @ParameterizedTest
    @MethodSource("logins")
    void aProxyThatTurnsAwayGetsNothingToForward(Consumer<WechatMaterialAccount> login, String message) throws Exception {
        try (ForwardProxy proxy = ForwardProxy.with("scott", "another")) {
            use(proxy, wechat.plainAccount());
            login.accept(wechat.configuration());

            assertThat(notSent()).hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " " + message)
                    .hasMessageContaining("proxyAuthUsername").hasMessageContaining("proxyAuthPassword");
            wechat.configuration().setApiUrl("https://wechat.example");
            assertThat(notSent()).hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " " + message);
            assertThat(wechat.simulator().journal().entries(Wechat.STABLE_TOKEN)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "http", "https" })
    void aProxyThatIsNotThereIsNamed(String scheme) throws Exception {
        wechat.plainAccount().setProxyHost("127.0.0.1");
        wechat.configuration().setProxyPort(closedPort());
        wechat.configuration().setApiUrl(scheme + "://127.0.0.1:1");
        login(wechat.configuration());

        assertThat(notSent()).hasMessageContaining("the proxy 127.0.0.1:" + wechat.configuration().getProxyPort()
                                                   + " cannot be reached")
                .hasMessageContaining("Check proxyHost and proxyPort");
    }

    @Test
    void aTargetThatTheProxyDoesNotReachIsNamedToo() throws Exception {
        try (ForwardProxy proxy = ForwardProxy.open()) {
            use(proxy, wechat.plainAccount());
            wechat.configuration().setApiUrl("https://127.0.0.1:" + closedPort());

            assertThat(notSent()).hasMessageContaining("the proxy 127.0.0.1:" + proxy.port())
                    .hasMessageContaining("makes no connection to 127.0.0.1 (HTTP status 5");
        }
    }

    @Test
    void theGlobalOptionsOfTheContextAreNotRead() throws Exception {
        wechat.context().getGlobalOptions().put("http.proxyHost", "127.0.0.1");
        wechat.context().getGlobalOptions().put("http.proxyPort", String.valueOf(closedPort()));
        wechat.plainAccount();

        succeeds(Samples.png());
    }

    private ProxySettings resolved(String uri) {
        return ((AccountSettings) wechat.endpoint(uri).session().settings()).transport().proxy();
    }

    @Test
    void theComponentsProxyIsForAllWhoHaveNoneOfTheirOwn() {
        WechatMaterialConfiguration component = wechat.plainAccount();
        component.setProxyHost("proxy.example");
        component.setProxyPort(3128);
        login(component);
        wechat.account("brand-a", "wx1", "s1");
        wechat.account("brand-b", "wx2", "s2").setProxyHost("");
        WechatMaterialAccount own = wechat.account("brand-c", "wx3", "s3");
        own.setProxyHost("::1");
        own.setProxyPort(8080);

        ProxySettings inherited = new ProxySettings(
                "proxy.example", 3128, new ProxySettings.Login("scott", "hidden:tiger"));
        assertThat(resolved("wechat-material:default")).isEqualTo(inherited).hasToString("proxy.example:3128");
        assertThat(resolved("wechat-material:brand-a")).isEqualTo(inherited);
        assertThat(resolved("wechat-material:wx9?secret=s")).isEqualTo(inherited);
        assertThat(resolved("wechat-material:brand-b")).isNull();
        assertThat(resolved("wechat-material:brand-c")).isEqualTo(new ProxySettings("::1", 8080, null));
        assertThat(resolved("wechat-material:wx9?secret=s&proxyHost=p&proxyPort=1"))
                .isEqualTo(new ProxySettings("p", 1, null));
        assertThat(resolved("wechat-material:wx9?secret=s&proxyHost=p&proxyPort=1&proxyAuthUsername=u&proxyAuthPassword=w"))
                .isEqualTo(new ProxySettings("p", 1, new ProxySettings.Login("u", "w")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "proxyPort=3128", "proxyAuthUsername=u&proxyAuthPassword=hidden", "proxyHost=p", "proxyHost=p&proxyPort=0",
            "proxyHost=p&proxyPort=65536", "proxyHost=p&proxyPort=1&proxyAuthUsername=u",
            "proxyHost=p&proxyPort=1&proxyAuthPassword=hidden", "proxyHost=http://p&proxyPort=1",
            "proxyHost=u:hidden@p&proxyPort=1", "proxyHost=p:3128&proxyPort=1",
            "proxyHost=p&proxyPort=1&proxyAuthUsername=hidden:u&proxyAuthPassword=w" })
    void halfAProxyIsAnErrorThatRepeatsNothing(String options) {
        wechat.plainAccount();

        assertThatThrownBy(() -> resolved("wechat-material:wx9?secret=s&" + options)).rootCause()
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("proxy")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void halfAProxyOfTheComponentIsOneForEveryAccount() {
        wechat.configuration().setProxyPort(3128);
        wechat.account("brand-a", "wx1", "s");

        assertThatThrownBy(() -> resolved("wechat-material:brand-a")).rootCause()
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("without proxyHost");
        assertThatThrownBy(() -> resolved("wechat-material:wx9?secret=s")).rootCause()
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("without proxyHost");
    }

    @Test
    void norMayTheUriSetItForAnAccountOfTheComponents() {
        wechat.plainAccount();

        assertThatThrownBy(() -> wechat.upload("wechat-material:default?proxyHost=p", Samples.png(), Map.of()))
                .hasStackTraceContaining("may not set [proxyHost]");
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
