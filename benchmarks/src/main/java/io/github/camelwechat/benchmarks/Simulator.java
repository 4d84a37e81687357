package io.github.camelwechat.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The simulator in a Java of its own, so that its threads and its work are not counted as ours. */
final class Simulator implements AutoCloseable {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    Simulator(Duration latency) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "io.github.camelwechat.simulator.Main", "--app",
                "wxdemo:secret", "--port", "0").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = process.inputReader();
        String ready = output.readLine();
        if (ready == null) {
            throw new IOException("The simulator did not start; what stands above says why");
        }
        url = ready.replaceFirst(".*(?=http://)", "");
        command("POST", "/faults",
                "{\"path\":\"" + ADD_MATERIAL + "\",\"fault\":\"delay\",\"value\":" + latency.toMillis() + ",\"always\":true}");
    }

    String url() {
        return url;
    }

    int mostInFlight() throws IOException, InterruptedException {
        return command("GET", "/inflight", "").path(ADD_MATERIAL).path("max").asInt();
    }

    /** The SHA-256 of what it has stored. */
    List<String> stored() throws IOException, InterruptedException {
        List<String> stored = new ArrayList<>();
        for (JsonNode material : command("GET", "/apps/wxdemo/materials", "").path("materials")) {
            stored.add(material.path("sha256").asText());
        }
        return stored;
    }

    void forgetMaterials() throws IOException, InterruptedException {
        command("DELETE", "/apps/wxdemo/materials", "");
    }

    private JsonNode command(String method, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/__simulator" + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(json)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
