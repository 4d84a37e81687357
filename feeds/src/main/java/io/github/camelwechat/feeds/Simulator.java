package io.github.camelwechat.feeds;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The simulator in a Java of its own, so that its threads and its work are not counted as ours. */
public final class Simulator implements AutoCloseable {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path output;
    private final Program program;
    private final String url;

    /**
     * Starts one with the account {@code wxdemo}, whose secret is {@code secret}.
     *
     * @param latency after which every upload is answered
     */
    public Simulator(Duration latency) throws IOException, InterruptedException {
        output = Files.createTempFile("simulator", ".log");
        program = Program.java(output, Map.of(), List.of("-cp", System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "io.github.camelwechat.simulator.Main", "--app",
                "wxdemo:secret", "--port", "0"));
        try {
            url = program.await("WeChat simulator: ");
            command("POST", "/faults",
                    "{\"path\":\"" + ADD_MATERIAL + "\",\"fault\":\"delay\",\"value\":" + latency.toMillis()
                                       + ",\"always\":true}");
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** {@return the address of the API} */
    public String url() {
        return url;
    }

    /** {@return the environment variables by which an application finds it, and its account} */
    public Map<String, String> account() {
        return Map.of("WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", "secret", "WECHAT_API_URL", url);
    }

    /** {@return the most uploads that it has served at one time} */
    public int mostInFlight() throws IOException, InterruptedException {
        return command("GET", "/inflight", "").path(ADD_MATERIAL).path("max").asInt();
    }

    /** {@return the SHA-256 of each material that it has stored} */
    List<String> stored() throws IOException, InterruptedException {
        List<String> stored = new ArrayList<>();
        for (JsonNode material : command("GET", "/apps/wxdemo/materials", "").path("materials")) {
            stored.add(material.path("sha256").asText());
        }
        return stored;
    }

    /** {@return whether it has stored each of these once, byte for byte, and nothing else} */
    public boolean hasStored(List<Picture> pictures) throws IOException, InterruptedException {
        List<String> sent = pictures.stream().map(Picture::sha256).sorted().toList();
        return stored().stream().sorted().toList().equals(sent);
    }

    /** {@return when the first upload arrived} */
    public Instant firstUpload() throws IOException, InterruptedException {
        JsonNode entries = command("GET", "/journal?path=" + ADD_MATERIAL, "").path("entries");
        return Instant.parse(entries.path(0).path("time").asText());
    }

    /** Empties the library. */
    public void forgetMaterials() throws IOException, InterruptedException {
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
    public void close() throws IOException {
        program.close();
        Files.delete(output);
    }
}
