package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.material.Certificates;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** 160 MB of streams are under way together in a heap of 64 MB. */
class MemoryTest {

    @TempDir
    Path data;
    @TempDir
    Path temporary;
    @TempDir
    Path keys;

    @ParameterizedTest(name = "stream caching that spools: {0}")
    @ValueSource(booleans = { false, true })
    void sixteenStreamsOfTenMegabytesAtOnceFitIntoSixtyFour(boolean streamCaching) throws Exception {
        try (SimulatorProcess wechat = SimulatorProcess.byHttp(data)) {
            fit(wechat, streamCaching);
        }
    }

    @Test
    void andWhenTheyAreEncrypted() throws Exception {
        Certificates certificates = new Certificates(keys);
        try (SimulatorProcess wechat = SimulatorProcess.byHttps(data, certificates)) {
            fit(wechat, false, "-Djavax.net.ssl.trustStore=" + certificates.trusted(),
                    "-Djavax.net.ssl.trustStorePassword=" + Certificates.STORE_PASSWORD);
        }
    }

    private void fit(SimulatorProcess wechat, boolean streamCaching, String... properties) throws Exception {
        JsonNode gate = wechat.command("POST", "/gates", "{\"path\":\"" + SimulatorProcess.ADD_MATERIAL + "\"}");
        List<String> program = new ArrayList<>(List.of(properties));
        program.addAll(List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + temporary,
                StreamsOfUnknownLength.class.getName(), wechat.url(), String.valueOf(streamCaching)));
        try (JavaProcess uploads = new JavaProcess(program.toArray(String[]::new))) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).failFast(uploads::hasEnded).until(
                    () -> wechat.command("GET", "/gates", "").findValue("held").asInt() == StreamsOfUnknownLength.STREAMS);
            wechat.command("DELETE", "/gates/" + gate.path("id").asText(), "");

            assertThat(uploads.readLines()).as("media ids, and no warning among them")
                    .hasSize(StreamsOfUnknownLength.STREAMS).allMatch(line -> line.matches("[0-9A-Za-z_-]{64}"));
            uploads.awaitSuccess();
        }

        List<String> sent = new ArrayList<>();
        for (int i = 0; i < StreamsOfUnknownLength.STREAMS; i++) {
            sent.add(sha256(StreamsOfUnknownLength.stream(i)));
        }
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(files(temporary)).isEmpty();
    }

    private List<String> stored() throws IOException {
        List<String> stored = new ArrayList<>();
        for (Path file : files(data)) {
            if (file.toString().endsWith(".bin")) {
                stored.add(sha256(Files.newInputStream(file)));
            }
        }
        return stored;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }

    private static String sha256(InputStream bytes) throws IOException {
        try (DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
