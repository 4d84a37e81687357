package io.github.camelwechat.simulator;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.journal.JournalEntry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Faults do what they say, to the calls that they are meant for and to no others. */
@Timeout(60)
class FaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ApiClient client = new ApiClient(wechat::url);
    private String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    @Test
    void theNthCallFailsAndNoOther() {
        wechat.faults().nth(ADD_MATERIAL, 2, Fault.errcode(45009));
        wechat.faults().next(COUNT, 2, Fault.errcode(-1));

        assertThat(IntStream.range(0, 3).map(i -> json(upload().join()).path("errcode").asInt())).containsExactly(0, 45009, 0);
        assertThat(IntStream.range(0, 3).map(i -> json(count()).path("errcode").asInt())).containsExactly(-1, -1, 0);
        assertThat(wechat.library("wxdemo").materials()).hasSize(2);
    }

    @Test
    void everyCallFailsUntilTheFaultsAreCleared() {
        wechat.faults().always(COUNT, Fault.status(502));

        assertThat(count().statusCode()).isEqualTo(502);
        assertThat(count().body()).startsWith("<html>");
        wechat.faults().clear();
        assertThat(count().statusCode()).isEqualTo(200);
    }

    static List<Fault> resets() {
        return List.of(Fault.resetBeforeBody(), Fault.resetAmidBody(100), Fault.resetAfterBody());
    }

    @ParameterizedTest
    @MethodSource("resets")
    void aResetLeavesNothingBehind(Fault fault) throws Exception {
        wechat.faults().next(ADD_MATERIAL, fault);

        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> upload().join())
                .withCauseInstanceOf(IOException.class);
        wechat.journal().awaitEntries(ADD_MATERIAL, 1, PATIENCE);
        JournalEntry entry = wechat.journal().entries(ADD_MATERIAL).get(0);
        assertThat(entry.end()).isEqualTo(fault.kind().wireName());
        assertThat(entry.status()).isZero();
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
        assertThat(json(upload().join()).has("media_id")).isTrue();
    }

    @Test
    void aResetIsAResetAndNotAnEnd() throws IOException {
        wechat.faults().next(ADD_MATERIAL, Fault.resetAfterBody());
        try (RawSocket socket = new RawSocket(wechat.url())) {
            socket.send("POST " + ADD_MATERIAL + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");

            assertThatExceptionOfType(IOException.class).isThrownBy(socket::answer).withMessageContaining("reset");
        }
    }

    @Test
    void anAnswerIsLostAfterTheMaterialWasStored() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.answerLost());

        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> upload().join());
        wechat.journal().awaitEntries(ADD_MATERIAL, 1, PATIENCE);
        assertThat(wechat.library("wxdemo").materials()).singleElement().satisfies(stored -> assertThat(stored.mediaId())
                .isEqualTo(wechat.journal().entries(ADD_MATERIAL).get(0).mediaId()));
    }

    @Test
    void sixtyFourDelayedAnswersWaitTogether() {
        wechat.faults().latency(ADD_MATERIAL, Duration.ofMillis(200));
        long begin = System.nanoTime();

        List<CompletableFuture<HttpResponse<String>>> uploads = IntStream.range(0, 64).mapToObj(i -> upload()).toList();

        assertThat(uploads).allSatisfy(upload -> assertThat(json(upload.join()).has("media_id")).isTrue());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(200), Duration.ofSeconds(6));
        assertThat(wechat.journal().inFlight(ADD_MATERIAL).max()).isGreaterThan(12);
        assertThat(wechat.journal().inFlight(ADD_MATERIAL).now()).isZero();
    }

    @Test
    void aGateHoldsAnswersWithoutHoldingThreads() throws Exception {
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            List<CompletableFuture<HttpResponse<String>>> uploads
                    = IntStream.range(0, 64).mapToObj(i -> upload()).toList();

            gate.awaitHeld(64, PATIENCE);
            assertThat(wechat.journal().inFlight(ADD_MATERIAL).now()).isEqualTo(64);
            assertThat(wechat.library("wxdemo").materials()).hasSize(64);
            assertThat(uploads).noneMatch(CompletableFuture::isDone);
            assertThat(count().statusCode()).isEqualTo(200);

            gate.release(1);
            wechat.journal().awaitEntries(ADD_MATERIAL, 1, PATIENCE);
            assertThat(gate.held()).isEqualTo(63);
            gate.open();
            assertThat(uploads).allSatisfy(upload -> assertThat(upload.join().statusCode()).isEqualTo(200));
        }
        assertThat(wechat.journal().inFlight(ADD_MATERIAL).max()).isEqualTo(64);
        assertThat(upload().join().statusCode()).isEqualTo(200);
    }

    @Test
    void aPathThatIsNotServedIsRefused() {
        String path = "/cgi-bin/material/nothing";
        List<ThrowingCallable> mistakes = List.of(
                () -> wechat.faults().next(path, Fault.answerLost()),
                () -> wechat.faults().nth(path, 2, Fault.answerLost()),
                () -> wechat.faults().always(path, Fault.answerLost()),
                () -> wechat.faults().latency(path, Duration.ofMillis(1)),
                () -> wechat.faults().hold(path));

        assertThat(mistakes).allSatisfy(mistake -> assertThatIllegalArgumentException().isThrownBy(mistake)
                .withMessageContainingAll(path, ADD_MATERIAL, BATCHGET, COUNT, STABLE_TOKEN, "/cgi-bin/token"));
        assertThat(wechat.faults().rules()).isEmpty();
        assertThat(wechat.faults().gates()).isEmpty();
    }

    private CompletableFuture<HttpResponse<String>> upload() {
        return client.uploadAsync(token, "image", "a.png", Samples.picture("bmp"), null);
    }

    private HttpResponse<String> count() {
        return client.get(COUNT + "?access_token=" + token);
    }
}
