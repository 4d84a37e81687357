package io.github.camelwechat.material.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The simulator in a Java of its own, commanded over HTTP. */
final class SimulatorProcess implements AutoCloseable {

    static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    private final JavaProcess process;
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    SimulatorProcess(Path data) throws IOException {
        process = new JavaProcess(
                "io.github.camelwechat.simulator.Main", "--app", "wxdemo:secret", "--port", "0", "--data", data.toString());
        url = process.readLine().replaceFirst(".*(?=http://)", "");
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
