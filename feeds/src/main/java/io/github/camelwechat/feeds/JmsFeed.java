package io.github.camelwechat.feeds;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A queue of a broker, and one who sends there and waits for a reply to each message. */
final class JmsFeed implements Feed {

    private static final Map<String, String> USER = Map.of("JMS_USER", "feed", "JMS_PASSWORD", "password");

    private final Folder folder = new Folder("jms-feed");
    private final Example example = new Example("jms", folder);
    private final Server broker = new Server(
            () -> example.start("server.JmsServerProgram", USER, "--folder", folder.resolve("broker").toString(), "--port",
                    "0"),
            "JMS server: ");
    private @Nullable Program client;
    private int inputs;

    JmsFeed() throws IOException {
    }

    @Override
    public void put(List<Picture> pictures) throws IOException {
        folder.fill("pictures", pictures);
        inputs = pictures.size();
        client = example.start("SendFolder", settings(), folder.resolve("pictures").toString());
        client.await("sent: ");
    }

    @Override
    public Program start(Map<String, String> account) throws IOException {
        return example.upload(account, settings());
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>(USER);
        settings.put("JMS_URL", broker.url());
        return settings;
    }

    /**
     * A reply goes out in the transaction that takes its message out of the queue: where there is one, that is done.
     */
    @Override
    public int waiting() {
        return inputs - replies("stored: ") - failed();
    }

    @Override
    public int failed() {
        return replies("refused: ");
    }

    private int replies(String outcome) {
        return client == null
                ? 0 : (int) client.text().lines()
                        .filter(line -> line.startsWith(outcome) && line.endsWith(".png")).distinct().count();
    }

    @Override
    public void close() throws IOException {
        if (client != null) {
            client.close();
        }
        broker.close();
        folder.close();
    }
}
