package io.github.camelwechat.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A form, part by part. */
final class Form {

    private static final String BOUNDARY = "line-between-parts";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Form file(String part, String fileName, byte[] content) throws IOException {
        return part("name=\"" + part + "\"; filename=\"" + fileName + "\"\r\nContent-Type: image/png", content);
    }

    Form field(String name, String value) throws IOException {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    private Form part(String head, byte[] content) throws IOException {
        bytes.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        bytes.write(content);
        bytes.write("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    HttpRequest to(String application) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        bytes.writeTo(whole);
        whole.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(application + "/materials")).version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(whole.toByteArray())).build();
    }

    HttpResponse<String> send(Application application) throws Exception {
        return HttpClient.newHttpClient().send(to(application.url()), HttpResponse.BodyHandlers.ofString());
    }
}
