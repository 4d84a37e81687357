package io.github.camelwechat.benchmarks.upload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.benchmarks.Java;
import io.github.camelwechat.benchmarks.sink.Sink;

/** The sink in a Java of its own, so that its work is nobody's. */
final class SinkProcess implements AutoCloseable {

    record Counts(long uploads, long bytes) {
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final Java java;
    private final String http;
    private final String https;

    SinkProcess(Certificate certificate) throws IOException {
        java = new Java(certificate.shown(), Sink.class);
        String[] ports = java.read().split(" ", 2);
        http = "http://127.0.0.1:" + ports[0];
        https = "https://127.0.0.1:" + ports[1];
    }

    String url(Protocol protocol) {
        return protocol == Protocol.HTTP ? http : https;
    }

    Counts counts() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(http + "/counts")).build();
        return new ObjectMapper().readValue(client.send(request, HttpResponse.BodyHandlers.ofString()).body(), Counts.class);
    }

    @Override
    public void close() {
        java.close();
    }
}
