package io.github.camelwechat.material;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.journal.JournalEntry;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens of the classic interface, where each call ends the token before, and the secret stands in the query. */
class ClassicTokenTest {

    private static final String TOKEN = "/cgi-bin/token";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount().setCredentials("classic");
    }

    private List<JournalEntry> classicCalls() {
        return wechat.simulator().journal().entries(TOKEN);
    }

    @Test
    void isAskedForByGetOnceAndTheStableInterfaceNever() {
        assertThat(wechat.upload(Samples.png()).getException()).isNull();
        assertThat(wechat.upload(Samples.png()).getException()).isNull();

        assertThat(classicCalls()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.query()).isEqualTo("grant_type=client_credential&appid=wxdemo&secret=" + Wechat.SECRET);
            assertThat(call.contentLength()).isEqualTo(-1);
            assertThat(call.headers()).doesNotContainKeys("Upgrade", "Transfer-Encoding");
        });
        assertThat(wechat.tokenCalls()).isZero();
    }

    @Test
    void oneServesForAllWhoWait() throws Exception {
        Gate gate = wechat.simulator().faults().hold(TOKEN);
        AsyncProducer producer = wechat.producer("wechat-material:default");
        var begun = wechat.beginTogether(producer, 50);
        gate.awaitHeld(1, PATIENCE);
        gate.open();

        List<Exchange> results = new ArrayList<>();
        for (var each : begun) {
            results.add(each.get().await());
        }
        assertThat(results).hasSize(50).allSatisfy(result -> assertThat(result.getException()).isNull());
        assertThat(classicCalls()).hasSize(1);
    }

    @Test
    void oneThatAnotherProgramEndedIsRenewedOnceAndTheUploadTriedOnceMore() {
        wechat.upload(Samples.png());
        wechat.simulator().tokens().classic(Wechat.APP);
        wechat.simulator().clock().forward(Duration.ofMinutes(6));

        assertThat(wechat.upload(Samples.png()).getException()).isNull();
        assertThat(wechat.uploads()).extracting(JournalEntry::errcode).containsExactly(0, 40001, 0);
        assertThat(classicCalls()).hasSize(2);
    }

    @Test
    void aWrongSecretIsFinalAndNotAskedForAgain() {
        wechat.configuration().setSecret("planted-wrong");

        for (int i = 0; i < 3; i++) {
            assertThat(wechat.upload(Samples.png()).getException()).isInstanceOfSatisfying(WechatApiException.class,
                    refused -> {
                        assertThat(refused.getErrcode()).isEqualTo(40125);
                        assertThat(refused.getOperation()).isEqualTo("getAccessToken");
                    });
        }
        assertThat(classicCalls()).hasSize(1);
    }

    @Test
    void aSecretOfSpecialCharactersArrivesWhole() {
        Exchange result = wechat.upload("wechat-material:wxdemo?credentials=classic&secret=RAW(p&a%ss=+w rd)", Samples.png(),
                Map.of());

        assertThat(((WechatApiException) result.getException()).getErrcode()).isEqualTo(40125);
        assertThat(classicCalls().get(0).query()).endsWith("&secret=p%26a%25ss%3D%2Bw+rd");
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.errcode(40164), Fault.errcode(40001), Fault.errcode(-1), Fault.status(502), Fault.status(200),
                Fault.status(404), Fault.resetBeforeBody(), Fault.answerLost());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noFailureShowsTheQuery(Fault fault) {
        wechat.simulator().faults().always(TOKEN, fault);

        assertHidden(wechat.upload(Samples.png()));
        assertThat(classicCalls()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http", "https" })
    void norDoesAServerThatCannotBeReached(String scheme) throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            wechat.configuration().setApiUrl(scheme + "://127.0.0.1:" + closed.getLocalPort());
        }

        assertThat(assertHidden(wechat.upload(Samples.png()))).isInstanceOf(NotSentException.class);
    }

    private static Exception assertHidden(Exchange result) {
        assertThat(result.getException()).isNotNull();
        assertThat(Throwables.getStackTrace(result.getException())).doesNotContain(Wechat.SECRET).doesNotContain("secret=");
        return result.getException();
    }
}
