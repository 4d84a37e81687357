package io.github.camelwechat.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** A client of the JDK's, for tests: it shares no code with the simulator. */
final class ApiClient {

    static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    static final String STABLE_TOKEN = "/cgi-bin/stable_token";
    static final String BATCHGET = "/cgi-bin/material/batchget_material";
    static final String COUNT = "/cgi-bin/material/get_materialcount";
    static final String GET_MATERIAL = "/cgi-bin/material/get_material";
    static final String DEL_MATERIAL = "/cgi-bin/material/del_material";
    static final String MEDIA_UPLOAD = "/cgi-bin/media/upload";
    static final String MEDIA_GET = "/cgi-bin/media/get";
    static final String UPLOADIMG = "/cgi-bin/media/uploadimg";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final Supplier<String> url;

    ApiClient(Supplier<String> url) {
        this(url, HttpClient.newBuilder());
    }

    ApiClient(Supplier<String> url, HttpClient.Builder http) {
        this.url = url;
        this.http = http.version(HttpClient.Version.HTTP_1_1).build();
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    HttpResponse<String> get(String pathOrUrl) {
        return send(request(pathOrUrl).build());
    }

    byte[] bytes(String pathOrUrl) {
        return http.sendAsync(request(pathOrUrl).build(), HttpResponse.BodyHandlers.ofByteArray()).join().body();
    }

    HttpResponse<byte[]> downloadTemporary(String token, String mediaId) {
        HttpRequest request = request(MEDIA_GET + "?access_token=" + token + "&media_id=" + mediaId).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
    }

    JsonNode uploadTemporary(String token, String type, String fileName, byte[] media) {
        return json(post(MEDIA_UPLOAD + "?access_token=" + token + "&type=" + type, form(fileName, media, null),
                "multipart/form-data; boundary=XyZ"));
    }

    /** Posts a body with a {@code media_id} and gives the answer's bytes. */
    HttpResponse<byte[]> download(String token, String mediaId) {
        HttpRequest request = request(GET_MATERIAL + "?access_token=" + token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"media_id\":\"" + mediaId + "\"}")).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
    }

    /** {@return the answer of an interface that wants a {@code media_id}} */
    JsonNode withId(String path, String token, String mediaId) {
        return json(post(path + "?access_token=" + token, "{\"media_id\":\"" + mediaId + "\"}"));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> post(String path, byte[] body, String contentType) {
        return postAsync(path, body, contentType).join();
    }

    CompletableFuture<HttpResponse<String>> postAsync(String path, byte[] body, String contentType) {
        HttpRequest request = request(path).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** {@return a stable token of the account that the extension has by default} */
    String token() {
        return stableToken(false).path("access_token").asText();
    }

    JsonNode stableToken(boolean force) {
        return json(post(STABLE_TOKEN, "{\"grant_type\":\"client_credential\",\"appid\":\"wxdemo\",\"secret\":\"secret\""
                                       + ",\"force_refresh\":" + force + "}"));
    }

    JsonNode upload(String token, String type, String fileName, byte[] media, @Nullable String description) {
        return json(uploadAsync(token, type, fileName, media, description).join());
    }

    CompletableFuture<HttpResponse<String>> uploadAsync(
            String token, String type, String fileName, byte[] media, @Nullable String description) {
        return postAsync(ADD_MATERIAL + "?access_token=" + token + "&type=" + type, form(fileName, media, description),
                "multipart/form-data; boundary=XyZ");
    }

    JsonNode uploadImage(String token, String fileName, byte[] media) {
        return json(post(UPLOADIMG + "?access_token=" + token, form(fileName, media, null),
                "multipart/form-data; boundary=XyZ"));
    }

    /** The form that section 7.3 of the facts shows. */
    static byte[] form(String fileName, byte[] media, @Nullable String description) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(utf8("--XyZ\r\nContent-Disposition: form-data; name=\"media\"; filename=\"" + fileName
                             + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        form.writeBytes(media);
        if (description != null) {
            form.writeBytes(utf8("\r\n--XyZ\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n" + description));
        }
        form.writeBytes(utf8("\r\n--XyZ--\r\n"));
        return form.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String pathOrUrl) {
        return HttpRequest.newBuilder(URI.create(pathOrUrl.startsWith("/") ? url.get() + pathOrUrl : pathOrUrl));
    }

    private HttpResponse<String> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }
}
