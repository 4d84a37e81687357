package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.material.Certificates;

import static org.assertj.core.api.Assertions.assertThat;

/** The simulator in a Java of its own, commanded over HTTP. */
final class SimulatorProcess implements AutoCloseable {

    static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    private final JavaProcess process;
    private final String url;
    private final HttpClient http;

    private SimulatorProcess(JavaProcess process, HttpClient http) throws IOException {
        this.process = process;
        this.http = http;
        this.url = process.readLine().replaceFirst(".*(?=https?://)", "");
    }

    static SimulatorProcess byHttp(Path data) throws IOException {
        return new SimulatorProcess(start(data), HttpClient.newHttpClient());
    }

    static SimulatorProcess byHttps(Path data, Certificates certificates) throws Exception {
        JavaProcess process = start(
                data, "--key-store", certificates.serving("127.0.0.1").toString(),
                "--key-store-password", Certificates.STORE_PASSWORD);
        SSLContext trusting = certificates.of("127.0.0.1").sslContext();
        return new SimulatorProcess(process, HttpClient.newBuilder().sslContext(trusting).build());
    }

    private static JavaProcess start(Path data, String... more) throws IOException {
        Stream<String> usual = Stream.of(
                "io.github.camelwechat.simulator.Main", "--app", "wxdemo:secret", "--port", "0", "--data", data.toString());
        return new JavaProcess(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    String url() {
        return url;
    }

    JsonNode command(String method, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/__simulator" + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(json)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body().isEmpty() ? null : new ObjectMapper().readTree(answer.body());
    }

    @Override
    public void close() {
        process.close();
    }
}
