package io.github.camelwechat.material;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How many token calls uploads cost, and what they say where no token helps. */
class TokenUseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private List<Exchange> uploadTogether(String uri, int number) throws Exception {
        AsyncProducer producer = wechat.producer(uri);
        List<Exchange> results = new ArrayList<>();
        for (var begun : wechat.beginTogether(producer, number)) {
            results.add(begun.get().await());
        }
        return results;
    }

    private static void allSucceeded(List<Exchange> results, int number) {
        assertThat(results).hasSize(number).allSatisfy(result -> assertThat(result.getException()).isNull());
    }

    @Test
    void twoHundredThatStartWithNoTokenCostOneTokenCall() throws Exception {
        wechat.plainAccount();
        Gate gate = wechat.simulator().faults().hold(Wechat.STABLE_TOKEN);
        AsyncProducer producer = wechat.producer("wechat-material:default");
        var begun = wechat.beginTogether(producer, 200);
        gate.awaitHeld(1, PATIENCE);
        gate.open();

        List<Exchange> results = new ArrayList<>();
        for (var each : begun) {
            results.add(each.get().await());
        }
        allSucceeded(results, 200);
        assertThat(wechat.tokenCalls()).isEqualTo(1);
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(200);
    }

    @Test
    void aTokenThatExpiresInTheMiddleCostsOneMoreAndNoExchange() throws Exception {
        wechat.plainAccount();
        allSucceeded(uploadTogether("wechat-material:default", 50), 50);
        wechat.simulator().tokens().expire(Wechat.APP);
        allSucceeded(uploadTogether("wechat-material:default", 150), 150);

        assertThat(wechat.tokenCalls()).isEqualTo(2);
        assertThat(wechat.uploads()).anyMatch(entry -> entry.errcode() == 42001);
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(200);
    }

    @Test
    void soDoesATokenThatAnotherProgramDisplaced() throws Exception {
        wechat.plainAccount();
        allSucceeded(uploadTogether("wechat-material:default", 10), 10);
        wechat.simulator().tokens().displace(Wechat.APP);
        allSucceeded(uploadTogether("wechat-material:default", 50), 50);

        assertThat(wechat.tokenCalls()).isEqualTo(2);
        assertThat(wechat.uploads()).anyMatch(entry -> entry.errcode() == 40001);
    }

    @ParameterizedTest
    @ValueSource(ints = { 40001, 40014, 42001 })
    void aRefusedTokenIsDroppedAndTheUploadTriedOnceMore(int errcode) {
        wechat.plainAccount();
        wechat.upload(Samples.png());
        String first = wechat.uploads().get(0).query();
        wechat.simulator().tokens().displace(Wechat.APP);
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.errcode(errcode));

        assertThat(wechat.upload(Samples.png()).getException()).isNull();
        assertThat(wechat.uploads()).hasSize(3);
        assertThat(wechat.uploads().get(1).query()).isEqualTo(first);
        assertThat(wechat.uploads().get(2).query()).isNotEqualTo(first);
        assertThat(wechat.tokenCalls()).isEqualTo(2);
    }

    @Test
    void anotherErrorIsNotTriedAgain() {
        wechat.plainAccount();
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.errcode(48001));

        assertApiError(wechat.upload(Samples.png()), 48001);
        assertThat(wechat.uploads()).hasSize(1);
        assertThat(wechat.tokenCalls()).isEqualTo(1);
    }

    @Test
    void aFixedTokenThatIsRefusedIsFinalAtOnceWithAdviceAndNoTokenCall() {
        wechat.configuration().setApiUrl(wechat.simulator().url());
        wechat.configuration().setAccessToken(wechat.simulator().tokens().issue(Wechat.APP));
        wechat.simulator().tokens().expire(Wechat.APP);

        WechatApiException refused = assertApiError(wechat.upload(Samples.png()), 42001);
        assertThat(refused.getAdvice()).contains("A fixed accessToken has to be replaced");
        assertThat(refused).hasMessageContaining(refused.getAdvice());
        assertThat(wechat.uploads()).hasSize(1);
        assertThat(wechat.tokenCalls()).isZero();
    }

    @Test
    void fiftyUploadsAgainstASourceThatInsistsOnARefusedTokenMakeNoStormOfTokenCalls() throws Exception {
        wechat.plainAccount();
        wechat.simulator().faults().always(Wechat.ADD_MATERIAL, Fault.errcode(40001));

        List<Exchange> results = uploadTogether("wechat-material:default", 50);
        results.addAll(uploadTogether("wechat-material:default", 50));

        assertThat(results).hasSize(100).allSatisfy(result -> assertApiError(result, 40001));
        // one to start with and one after the refusal; one more where a third asked between the two
        assertThat(wechat.tokenCalls()).isBetween(2, 3);
    }

    @Test
    void aWrongSecretFailsForAllWhoWaitWithExceptionsOfTheirOwn() throws Exception {
        wechat.plainAccount().setSecret("wrong");
        Gate gate = wechat.simulator().faults().hold(Wechat.STABLE_TOKEN);
        AsyncProducer producer = wechat.producer("wechat-material:default");
        var begun = wechat.beginTogether(producer, 50);
        gate.awaitHeld(1, PATIENCE);
        gate.open();

        Set<Throwable> failures = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var each : begun) {
            WechatApiException refused = assertApiError(each.get().await(), 40125);
            assertThat(refused.getOperation()).isEqualTo("getStableAccessToken");
            failures.add(refused);
        }
        assertThat(failures).hasSize(50);
        assertThat(wechat.tokenCalls()).isEqualTo(1);
        assertThat(wechat.uploads()).isEmpty();
    }

    @Test
    void aRefusedAddressIsNamed() {
        wechat.plainAccount();
        wechat.simulator().faults().next(Wechat.STABLE_TOKEN, Fault.errcode(40164));

        WechatApiException refused = assertApiError(wechat.upload(Samples.png()), 40164);
        assertThat(refused.getAdvice()).isEqualTo("Add 127.0.0.1 to the IP white list in WeChat's console.");
        assertThat(refused).hasMessageContaining(refused.getAdvice());
        assertThat(refused.isRetryable()).isFalse();

        assertApiError(wechat.upload(Samples.png()), 40164);
        assertThat(wechat.tokenCalls()).isEqualTo(1);
    }

    @Test
    void whatMayPassIsAskedForAgainAtOnce() {
        wechat.plainAccount();
        wechat.simulator().faults().next(Wechat.STABLE_TOKEN, Fault.errcode(-1));

        assertThat(assertApiError(wechat.upload(Samples.png()), -1).isRetryable()).isTrue();
        assertThat(wechat.upload(Samples.png()).getException()).isNull();
    }

    /** A service that hands out a new token each time and takes none of them, which the simulator does not do. */
    @Test
    void noUploadIsTriedAThirdTimeAndNoTokenEverForced() throws IOException {
        List<String> tokenCalls = new CopyOnWriteArrayList<>();
        AtomicInteger uploads = new AtomicInteger();
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext(Wechat.STABLE_TOKEN, call -> {
            tokenCalls.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(call, "{\"access_token\":\"T" + tokenCalls.size() + "\",\"expires_in\":7200}");
        });
        api.createContext(Wechat.ADD_MATERIAL, call -> {
            call.getRequestBody().readAllBytes();
            // not for ever: an endless loop is to be a failure, not a test that hangs
            answer(call, uploads.incrementAndGet() > 100 ? "{\"errcode\":-1}" : "{\"errcode\":42001}");
        });
        api.start();
        try {
            wechat.plainAccount().setApiUrl("http://127.0.0.1:" + api.getAddress().getPort());
            for (int i = 0; i < 3; i++) {
                assertApiError(wechat.upload(Samples.png()), 42001);
            }
        } finally {
            api.stop(0);
        }

        assertThat(uploads).hasValue(6);
        assertThat(tokenCalls).hasSize(4).containsOnly(
                "{\"grant_type\":\"client_credential\",\"appid\":\"wxdemo\",\"secret\":\"" + Wechat.SECRET
                                                       + "\",\"force_refresh\":false}");
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        call.sendResponseHeaders(200, json.length());
        call.getResponseBody().write(json.getBytes(StandardCharsets.UTF_8));
        call.close();
    }

    private static WechatApiException assertApiError(Exchange result, int errcode) {
        assertThat(result.getException()).isInstanceOfSatisfying(WechatApiException.class,
                e -> assertThat(e.getErrcode()).isEqualTo(errcode));
        return (WechatApiException) result.getException();
    }
}
