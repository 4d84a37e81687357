package io.github.camelwechat.material;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.github.camelwechat.material.error.NotSentException;
import okhttp3.tls.HandshakeCertificates;
import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whom the component trusts, and what it says of those whom it does not. */
class TlsTest {

    private static final String NOT_TRUSTED
            = "the certificate of 127.0.0.1 is not trusted; set sslContextParameters with a trust store that holds its issuer";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path folder;

    private Certificates certificates;
    private TlsFront front;

    @BeforeEach
    void wechatByHttps() throws Exception {
        certificates = new Certificates(folder);
        serve(certificates.of("127.0.0.1"), false);
    }

    @AfterEach
    void stop() {
        front.close();
    }

    private void serve(HandshakeCertificates shown, boolean asksForCertificate) throws Exception {
        if (front != null) {
            front.close();
        }
        front = new TlsFront(wechat.simulator().url(), shown, asksForCertificate);
        wechat.plainAccount().setApiUrl(front.url());
    }

    private void succeeds(String uri) {
        Exchange result = wechat.upload(uri, Samples.png(1 << 20, 1), Map.of());

        assertThat(result.getException()).isNull();
        assertThat(wechat.uploads()).last().satisfies(upload -> assertThat(upload.errcode()).isZero());
    }

    private AbstractThrowableAssert<?, ?> failure(String uri) {
        Exchange result = wechat.upload(uri, Samples.png(), Map.of());

        assertThat(wechat.uploads()).isEmpty();
        return assertThat(result.getException()).isExactlyInstanceOf(NotSentException.class)
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain(Wechat.SECRET, "hidden"));
    }

    @Test
    void aTrustStoreOfTheComponentServesAllItsAccounts() throws Exception {
        wechat.configuration().setSslContextParameters(certificates.trusting());
        wechat.account("brand-a", Wechat.OTHER_APP, Wechat.OTHER_SECRET).setApiUrl(front.url());

        succeeds("wechat-material:default");
        succeeds("wechat-material:brand-a");
        assertThat(front.requests()).hasSize(4);
    }

    @Test
    void oneOfAnAccountServesThatAccountAlone() throws Exception {
        wechat.account("brand-a", Wechat.APP, Wechat.SECRET).setApiUrl(front.url());
        wechat.component().getAccounts().get("brand-a").setSslContextParameters(certificates.trusting());

        failure("wechat-material:default").hasMessageContaining(NOT_TRUSTED);
        succeeds("wechat-material:brand-a");
    }

    @Test
    void oneOfTheUriIsABeanOfTheRegistry() throws Exception {
        wechat.context().getRegistry().bind("tls", certificates.trusting());

        succeeds("wechat-material:wxdemo?secret=" + Wechat.SECRET + "&sslContextParameters=#tls");
        failsToResolve("wechat-material:default?sslContextParameters=#tls", "may not set [sslContextParameters]");
    }

    @Test
    void theGlobalOneIsTakenWhereItIsWanted() throws Exception {
        wechat.context().setSSLContextParameters(certificates.trusting());

        failure("wechat-material:default").hasMessageContaining(NOT_TRUSTED);

        wechat.component().setUseGlobalSslContextParameters(true);
        succeeds("wechat-material:wxdemo?secret=" + Wechat.SECRET);
    }

    @Test
    void andOnlyWhereThereIsNoOther() throws Exception {
        wechat.context().setSSLContextParameters(certificates.trusting());
        wechat.component().setUseGlobalSslContextParameters(true);
        wechat.configuration().setSslContextParameters(new SSLContextParameters());

        failure("wechat-material:default").hasMessageContaining(NOT_TRUSTED);
    }

    @Test
    void aCertificateForAnotherHostIsRefusedWhateverIsTrusted() throws Exception {
        serve(certificates.of("wechat.example"), false);
        wechat.configuration().setSslContextParameters(certificates.trusting());

        failure("wechat-material:default")
                .hasMessageContaining("the certificate that was shown is not one for 127.0.0.1; check apiUrl");
    }

    @Test
    void oneThatHasExpired() throws Exception {
        serve(certificates.of("127.0.0.1", Duration.ofDays(-2), Duration.ofDays(-1)), false);
        wechat.configuration().setSslContextParameters(certificates.trusting());

        failure("wechat-material:default").hasMessageContaining("the certificate of 127.0.0.1 is not valid at this time");
    }

    @Test
    void orIsNotValidYet() throws Exception {
        serve(certificates.of("127.0.0.1", Duration.ofDays(1), Duration.ofDays(2)), false);
        wechat.configuration().setSslContextParameters(certificates.trusting());

        failure("wechat-material:default").hasMessageContaining("the certificate of 127.0.0.1 is not valid at this time");
    }

    @Test
    void aServerThatAsksIsShownTheClientsCertificate() throws Exception {
        serve(certificates.of("127.0.0.1"), true);
        wechat.configuration().setSslContextParameters(certificates.trustingWithCertificate());

        succeeds("wechat-material:default");
    }

    @Test
    void withoutOneNothingIsSent() throws Exception {
        serve(certificates.of("127.0.0.1"), true);
        wechat.configuration().setSslContextParameters(certificates.trusting());

        failure("wechat-material:default");
        assertThat(front.requests()).isEmpty();
    }

    @Test
    void endpointsOfTheSameBeanShareTheToken() throws Exception {
        wechat.context().getRegistry().bind("tls", certificates.trusting());
        String uri = "wechat-material:wxdemo?secret=" + Wechat.SECRET + "&sslContextParameters=#tls";

        succeeds(uri);
        succeeds(uri + "&title=another");
        assertThat(wechat.tokenCalls()).isEqualTo(1);
    }

    @Test
    void aStoreThatCannotBeOpenedStopsTheEndpoint() throws Exception {
        SSLContextParameters parameters = certificates.trusting();
        parameters.getTrustManagers().getKeyStore().setPassword("hidden-wrong");
        wechat.configuration().setSslContextParameters(parameters);

        failsToResolve("wechat-material:default", "sslContextParameters");
    }

    private void failsToResolve(String uri, String message) {
        assertThatThrownBy(() -> wechat.endpoint(uri)).hasStackTraceContaining(message)
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("hidden"));
    }
}
