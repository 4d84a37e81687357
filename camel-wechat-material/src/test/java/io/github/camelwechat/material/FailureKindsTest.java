package io.github.camelwechat.material;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.RuntimeCamelException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Which exception says what is known of an upload that failed. */
class FailureKindsTest {

    /** So large that its last byte cannot be on its way while the other side looks at the first ones. */
    private static final int LARGE = 10 << 20;

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private <T extends WechatMaterialException> T failure(byte[] body, Class<T> kind) throws Exception {
        Wechat.Sent sent = wechat.begin("wechat-material:default", body);
        sent.await();
        // a second callback would come with what the stop tears down
        wechat.context().stop();
        assertThat(sent.callbacks()).as("callbacks").hasValue(1);
        assertThat(sent.exchange().getException()).isExactlyInstanceOf(kind).isInstanceOf(WechatMaterialException.class)
                .isInstanceOf(RuntimeCamelException.class);
        return kind.cast(sent.exchange().getException());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void noConnectionForTheUploadIsNotSent() throws Exception {
        wechat.configuration().setSecret(null);
        wechat.configuration().setAccessToken("T");
        wechat.configuration().setApiUrl("http://127.0.0.1:" + closedPort());

        assertThat(failure(Samples.png(), NotSentException.class)).hasMessageStartingWith("addMaterial");
    }

    @Test
    void noConnectionForTheTokenIsNotSent() throws Exception {
        wechat.configuration().setApiUrl("http://127.0.0.1:" + closedPort());

        assertThat(failure(Samples.png(), NotSentException.class)).hasMessageStartingWith("No access token");
    }

    static Stream<Arguments> beforeTheLastByte() {
        return Stream.of(arguments(Fault.resetBeforeBody()), arguments(Fault.resetAmidBody(1000)),
                // soon: a receiver that has read megabytes may have room for all the others
                arguments(Fault.resetAmidBody(LARGE / 100)));
    }

    @ParameterizedTest
    @MethodSource("beforeTheLastByte")
    void aResetBeforeTheLastByteIsNotSent(Fault fault) throws Exception {
        // always: a kept connection that ends before the first byte is tried once more by itself
        wechat.simulator().faults().always(Wechat.ADD_MATERIAL, fault);

        failure(Samples.png(LARGE, 1), NotSentException.class);
        assertThat(wechat.simulator().library(Wechat.APP).materials()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1000, LARGE })
    void aResetAfterTheLastByteIsUnknown(int size) throws Exception {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.resetAfterBody());

        failure(Samples.png(size, 1), UnknownOutcomeException.class);
    }

    @Test
    void aLostAnswerIsUnknownAndTheMaterialIsThere() throws Exception {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.answerLost());

        failure(Samples.png(), UnknownOutcomeException.class);
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1);
        assertThat(wechat.uploads()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = { 502, 412, 404, 503, 201 })
    void anotherHttpStatusIsNoAnswerOfWechats(int status) throws Exception {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.status(status));

        UnexpectedAnswerException failure = failure(Samples.png(), UnexpectedAnswerException.class);
        assertThat(failure.getHttpStatus()).isEqualTo(status);
        assertThat(failure).hasMessageContaining("addMaterial").hasMessageContaining(String.valueOf(status));
    }

    @Test
    void norIsAPageInPlaceOfJson() throws Exception {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.status(200));

        UnexpectedAnswerException failure = failure(Samples.png(), UnexpectedAnswerException.class);
        assertThat(failure.getHttpStatus()).isEqualTo(200);
        assertThat(failure).hasMessageContaining("not a JSON object").hasMessageNotContaining("nginx").hasNoCause();
    }

    @Test
    void norIsAnythingElseThanHttp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try (Socket socket = server.accept(); OutputStream out = socket.getOutputStream()) {
                    socket.getInputStream().read(new byte[8192]);
                    out.write("HELLO I AM NOT HTTP\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            wechat.configuration().setSecret(null);
            wechat.configuration().setAccessToken("planted-token");
            wechat.configuration().setApiUrl("http://127.0.0.1:" + server.getLocalPort());

            failure(Samples.png(), UnexpectedAnswerException.class);
            answered.join();
        }
    }

    @ParameterizedTest
    @CsvSource({ "40005,false", "40007,false", "45009,false", "-1,false", "45011,true", "48001,false", "99999,false" })
    void anErrcodeIsWechatsOwnRefusal(int errcode, boolean retryable) throws Exception {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.errcode(errcode));

        WechatApiException failure = failure(Samples.png(), WechatApiException.class);
        assertThat(failure.getErrcode()).isEqualTo(errcode);
        assertThat(failure.getErrmsg()).isNotEmpty().doesNotContain("rid", "hint");
        assertThat(failure.getRid()).matches("[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
        assertThat(failure.getOperation()).isEqualTo("addMaterial");
        assertThat(failure.isRetryable()).isEqualTo(retryable);
        assertThat(failure.getAdvice()).isNotBlank();
        assertThat(failure).hasMessageContaining("addMaterial: WeChat answered " + errcode)
                .hasMessageContaining(failure.getErrmsg()).hasMessageContaining(failure.getRid())
                .hasMessageContaining(failure.getAdvice());
        assertThat(wechat.simulator().library(Wechat.APP).materials()).isEmpty();
    }

    @Test
    void aFailureIsNotTheEndOfTheEndpoint() {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, 1, Fault.resetAfterBody());

        assertThat(wechat.upload(Samples.png()).getException()).isNotNull();
        assertThat(wechat.upload(Samples.png()).getException()).isNull();
    }
}
