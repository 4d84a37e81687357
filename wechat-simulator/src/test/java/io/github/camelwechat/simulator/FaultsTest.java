package io.github.camelwechat.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.journal.JournalEntry;
import io.github.camelwechat.simulator.journal.RequestEnd;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.GET_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Faults do what they say, to the calls that they are meant for and to no others. */
@Timeout(60)
class FaultsTest extends SimulatorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
        assertThat(entry.end().wireName()).isEqualTo(fault.kind().wireName());
        assertThat(entry.status()).isZero();
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
        assertThat(json(upload().join()).has("media_id")).isTrue();
    }

    @Test
    void aResetIsAResetAndNotAnEnd() throws IOException {
        wechat.faults().next(ADD_MATERIAL, Fault.resetAfterBody());
        try (RawSocket socket = new RawSocket(wechat.url())) {
            socket.send("POST " + ADD_MATERIAL + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");

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
    void faultsAreEqualByWhatTheyDo() {
        assertThat(Set.of(Fault.errcode(45009), Fault.errcode(45011), Fault.garbage(), Fault.answerCut(45009)))
                .hasSize(4).contains(Fault.errcode(45009), Fault.answerCut(45009), Fault.garbage());
        assertThat(Fault.errcode(45009)).hasToString("errcode 45009");
        assertThat(Fault.garbage()).hasToString("garbage");
    }

    @Test
    void pathsThatAreNotServedLeaveNoCounter() {
        client.get("/cgi-bin/nothing");
        count();
        assertThat(wechat.journal().inFlight()).doesNotContainKey("/cgi-bin/nothing").containsKey(COUNT);

        wechat.journal().clear();
        assertThat(wechat.journal().inFlight()).isEmpty();
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

    @Test
    void theRestOfABodyIsNotReadBeforeTheReset() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.resetAmidBody(1000));
        byte[] piece = new byte[64 * 1024];
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL); RawSocket socket = new RawSocket(wechat.url())) {
            socket.send("POST " + ADD_MATERIAL + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n");
            AtomicLong sent = new AtomicLong();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    while (sent.addAndGet(piece.length) < 1_000_000_000L) {
                        socket.send(piece);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            gate.awaitHeld(1, PATIENCE);
            assertThat(sending).isNotDone();
            gate.open();

            assertThatExceptionOfType(CompletionException.class).isThrownBy(sending::join)
                    .withCauseInstanceOf(UncheckedIOException.class);
            assertThat(sent.get()).isLessThan(100_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 500, 502, 504 })
    void aStatusComesWithHtml(int status) {
        wechat.faults().next(COUNT, Fault.status(status));

        HttpResponse<String> answer = count();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(answer.body()).startsWith("<html>").contains(String.valueOf(status));
    }

    @Test
    void aFailedPreconditionComesWithoutABody() {
        wechat.faults().next(COUNT, Fault.status(412));

        assertThat(count()).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(412);
            assertThat(answer.body()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
            "40164,'invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist rid: '", "89503,此次调用需要管理员确认",
            "45034,media file count is out of limit hint", "48001,api unauthorized rid", "48005,auto-reply or menu hint",
            "99999,system error hint" })
    void everyErrcodeCanBeHad(int errcode, String text) {
        wechat.faults().next(COUNT, Fault.errcode(errcode));

        JsonNode answer = json(client.get(COUNT + "?access_token=" + token));
        assertThat(answer.path("errcode").asInt()).isEqualTo(errcode);
        assertThat(answer.path("errmsg").asText()).contains(text).contains(" rid: ");
        assertThat(errcode()).isZero();
    }

    @Test
    void aConnectionIsClosedInGoodOrderWithoutAnAnswer() throws Exception {
        assertThat(rawUpload(Fault.closeWithoutAnswer())).isEmpty();
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        assertThat(lastUpload().end()).isEqualTo(RequestEnd.CLOSE_WITHOUT_ANSWER);
        assertThat(lastUpload().mediaId()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({ "0,0", "10,10", "1000000,-1" })
    void anAnswerIsCut(long after, int expected) throws Exception {
        String answer = rawUpload(Fault.answerCut(after));

        long promised = Long.parseLong(answer.replaceAll("(?s).*Content-Length: (\\d+)\r\n.*", "$1"));
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(body).hasSize(expected < 0 ? (int) promised - 1 : expected);
        assertThat("{\"media_id\":").startsWith(body.substring(0, Math.min(10, body.length())));
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        assertThat(lastUpload().end()).isEqualTo(RequestEnd.ANSWER_CUT);
    }

    @Test
    void aDownloadIsCut() throws Exception {
        byte[] picture = Samples.padded(Samples.picture("png"), 300_000);
        String id = client.upload(token, "image", "a.png", picture, null).path("media_id").asText();
        wechat.faults().next(GET_MATERIAL, Fault.answerCut(1000));

        String answer = RawSocket.post(wechat.url(), GET_MATERIAL + "?access_token=" + token, null,
                ApiClient.utf8("{\"media_id\":\"" + id + "\"}"));

        assertThat(answer).contains("Content-Length: 300000\r\n");
        assertThat(answer).endsWith("\r\n\r\n" + new String(picture, 0, 1000, StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerIsGarbage() {
        wechat.faults().next(ADD_MATERIAL, Fault.garbage());

        HttpResponse<String> answer = upload().join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> json(answer));
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void anAnswerHasRawControlCharacters() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.controlCharacters());

        String answer = upload().join().body();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> json(answer));
        JsonNode read = new JsonMapper().reader().with(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).readTree(answer);
        assertThat(read.path("digest").asText()).contains("\u0001", "\u001f", "\n");
        assertThat(read.path("media_id").asText()).isEqualTo(wechat.library("wxdemo").materials().get(0).mediaId());
        assertThat(read.has("item")).isTrue();
    }

    @Test
    void answersAreCalledTextPlain() {
        wechat.faults().always(COUNT, Fault.textPlain());

        assertThat(IntStream.range(0, 9).mapToObj(i -> count().headers().firstValue("Content-Type").orElse("none")))
                .containsOnly("text/plain");
        assertThat(errcode()).isZero();
    }

    /** {@return all that came before the connection was closed in good order} */
    private String rawUpload(Fault fault) throws IOException {
        wechat.faults().next(ADD_MATERIAL, fault);
        return RawSocket.post(wechat.url(), ADD_MATERIAL + "?access_token=" + token + "&type=image",
                "multipart/form-data; boundary=XyZ", ApiClient.form("a.png", Samples.picture("png"), null));
    }

    private static JournalEntry lastUpload() {
        List<JournalEntry> uploads = wechat.journal().entries(ADD_MATERIAL);
        return uploads.get(uploads.size() - 1);
    }
}
