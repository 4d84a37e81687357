package io.github.camelwechat.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Clients that send forms. */
final class HttpFrontFeed implements Feed {

    private static final String BOUNDARY = "a-line-that-is-in-no-picture";

    private final Folder folder = new Folder("http-front-feed");
    private final HttpApplication application = new HttpApplication(new Example("http", folder));
    private final HttpClients clients = new HttpClients();

    HttpFrontFeed() throws IOException {
    }

    @Override
    public void put(List<Picture> pictures) throws IOException {
        List<HttpRequest> requests = new ArrayList<>();
        for (Picture picture : pictures) {
            requests.add(HttpRequest.newBuilder(application.uri("/materials"))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(form(picture))).build());
        }
        clients.send(requests);
    }

    private static byte[] form(Picture picture) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"" + picture.name()
                    + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.write(picture.bytes());
        form.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    @Override
    public Program start(Map<String, String> account) throws IOException {
        return application.start(account, "");
    }

    @Override
    public int waiting() {
        return clients.waiting();
    }

    @Override
    public int failed() {
        return clients.failed();
    }

    @Override
    public void close() throws IOException {
        clients.close();
        folder.close();
    }
}
