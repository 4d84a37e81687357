package io.github.camelwechat.feeds;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** Clients that name the addresses of pictures, and the server that has them. */
final class HttpFetchFeed implements Feed {

    private static final String SCHEME = "http://";

    private final Folder folder = new Folder("http-fetch-feed");
    private final Example example = new Example("http", folder);
    private final HttpApplication application = new HttpApplication(example);
    private final HttpClients clients = new HttpClients();
    private final Server server = new Server(
            () -> example.start("server.PictureServerProgram", Map.of(), "--folder", folder.resolve("pictures").toString(),
                    "--port", "0"),
            "Picture server: ");

    HttpFetchFeed() throws IOException {
    }

    @Override
    public void put(List<Picture> pictures) throws IOException {
        folder.fill("pictures", pictures);
        String url = server.url();
        clients.send(pictures.stream()
                .map(picture -> HttpRequest.newBuilder(application.uri("/materials/from-url"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + url + "/" + picture.name() + "\"}")).build())
                .toList());
    }

    @Override
    public Program start(Map<String, String> account) throws IOException {
        return application.start(account, server.url().substring(SCHEME.length()));
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
        server.close();
        folder.close();
    }
}
