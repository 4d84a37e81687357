package io.github.camelwechat.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletionException;

import javax.net.ssl.SSLException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.fault.Fault;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The simulator by HTTPS. */
@Timeout(60)
class HttpsTest {

    private static Path folder;
    private static TestKeyStore keys;

    private WechatSimulator wechat;
    private ApiClient client;
    private String token;

    @BeforeAll
    static void makeKeys(@TempDir Path temporary) throws Exception {
        folder = temporary;
        keys = TestKeyStore.in(folder);
    }

    @BeforeEach
    void start() throws Exception {
        wechat = WechatSimulator.builder().app("wxdemo", "secret").https(keys.file(), keys.password())
                .switches(switches -> switches.httpsRequired(true)).start();
        client = new ApiClient(wechat::url, HttpClient.newBuilder().sslContext(keys.trusted()));
        token = client.token();
    }

    @AfterEach
    void stop() {
        wechat.close();
    }

    @Test
    void everythingIsServedByHttps() {
        assertThat(wechat.url()).startsWith("https://127.0.0.1:");

        JsonNode uploaded = client.upload(token, "image", "a.png", Samples.picture("png"), null);
        JsonNode listed = json(client.post(
                BATCHGET + "?access_token=" + token, "{\"type\":\"image\",\"offset\":0,\"count\":1}")).path("item").path(0);

        assertThat(uploaded.path("url").asText()).startsWith(wechat.url());
        assertThat(listed.path("url").asText()).isEqualTo(uploaded.path("url").asText());
        assertThat(client.bytes(listed.path("url").asText())).isEqualTo(Samples.picture("png"));
        assertThat(json(client.get("/__simulator/apps")).path("apps").path(0).asText()).isEqualTo("wxdemo");
    }

    @Test
    void whoDoesNotTrustTheCertificateIsNotServed() {
        ApiClient stranger = new ApiClient(wechat::url);

        assertThatExceptionOfType(CompletionException.class).isThrownBy(stranger::token)
                .withCauseInstanceOf(SSLException.class);
    }

    static List<Fault> connectionsThatBreak() {
        return List.of(
                Fault.resetBeforeBody(), Fault.resetAmidBody(10), Fault.resetAfterBody(), Fault.answerLost(),
                Fault.closeWithoutAnswer(), Fault.answerCut(10));
    }

    @ParameterizedTest
    @MethodSource("connectionsThatBreak")
    void connectionsBreakByHttpsToo(Fault fault) {
        wechat.faults().next(ADD_MATERIAL, fault);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> client.upload(token, "image", "a.png", Samples.picture("png"), null))
                .withCauseInstanceOf(IOException.class);
        assertThat(client.upload(token, "image", "a.png", Samples.picture("png"), null).has("media_id")).isTrue();
        assertThat(wechat.journal().entries(ADD_MATERIAL).get(0).end().wireName()).isEqualTo(fault.kind().wireName());
    }

    @Test
    void aKeyStoreThatCannotBeUsedIsExplained() throws Exception {
        Path text = Files.writeString(folder.resolve("text.p12"), "text");
        Path beginning = Files.write(folder.resolve("beginning.jks"), new byte[] { -2, -19, -2, -19, 0, 0, 0, 2 });

        refused(folder.resolve("none.p12"), "x").contains("it is not there");
        refused(text, "x").contains(text.toString());
        refused(beginning, "x").contains("it is broken");
        refused(keys.file(), "wr0ng").contains("password").doesNotContain("wr0ng");
    }

    @Test
    void aFolderIsFreeAgainWhenTheServerDoesNotStart() throws Exception {
        Path data = folder.resolve("data");
        KeyStore store = KeyStore.getInstance(keys.file().toFile(), keys.password().toCharArray());
        store.setKeyEntry("simulator", store.getKey("simulator", keys.password().toCharArray()), "another".toCharArray(),
                store.getCertificateChain("simulator"));
        Path anotherPassword = folder.resolve("another.p12");
        try (OutputStream out = Files.newOutputStream(anotherPassword)) {
            store.store(out, keys.password().toCharArray());
        }

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(
                WechatSimulator.builder().app("wxdemo", "secret").data(data).https(anotherPassword, keys.password())::start)
                .withMessageContaining("Cannot start the server");
        WechatSimulator.builder().app("wxdemo", "secret").data(data).start().close();
    }

    private static AbstractStringAssert<?> refused(Path keyStore, String password) {
        WechatSimulatorBuilder builder = WechatSimulator.builder().app("wxdemo", "secret").https(keyStore, password);
        return assertThat(catchThrowableOfType(UncheckedIOException.class, builder::start))
                .hasMessageStartingWith("The key store " + keyStore + " cannot be used").message();
    }
}
