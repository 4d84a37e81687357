package io.github.camelwechat.feeds;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A folder, from which an example uploads. */
final class FileFeed implements Feed {

    private static final String INBOX = "inbox";
    private static final String DONE = INBOX + "/.done";
    private static final String FAILED = INBOX + "/.failed";

    private final Folder folder;
    private final List<String> command;
    private final Map<String, String> settings;

    private FileFeed(Folder folder, List<String> command, Map<String, String> settings) {
        this.folder = folder;
        this.command = command;
        this.settings = settings;
    }

    static FileFeed quickstart() throws IOException {
        Folder folder = new Folder("file-feed");
        return new FileFeed(
                folder,
                List.of("-jar", "examples/quickstart/target/quickstart.jar", "--folder", folder.resolve(INBOX).toString()),
                Map.of());
    }

    static FileFeed quarkus() throws IOException {
        Folder folder = new Folder("quarkus-feed");
        return new FileFeed(
                folder, List.of("-jar", "examples/quarkus/target/quarkus-app/quarkus-run.jar"),
                Map.of("UPLOAD_FOLDER", folder.resolve(INBOX).toString(), "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", "0"));
    }

    static FileFeed springBoot() throws IOException {
        Folder folder = new Folder("spring-boot-feed");
        return new FileFeed(
                folder, SpringBootApplication.COMMAND,
                Map.of("UPLOAD_FOLDER", folder.resolve(INBOX).toString(), "SERVER_PORT", "0", "MANAGEMENT_SERVER_PORT", "0"));
    }

    @Override
    public void put(List<Picture> pictures) throws IOException {
        folder.fill(INBOX, pictures);
    }

    @Override
    public Program start(Map<String, String> account) throws IOException {
        Map<String, String> all = new HashMap<>(account);
        all.putAll(settings);
        return Program.java(folder.resolve("log"), all, command);
    }

    @Override
    public int waiting() throws IOException {
        return folder.count(INBOX);
    }

    @Override
    public int failed() throws IOException {
        return folder.count(FAILED);
    }

    /** {@return the names of the pictures whose upload has come to its end} */
    Set<String> done() throws IOException {
        return folder.names(DONE);
    }

    /** {@return the names of the pictures that the next start finds} */
    Set<String> waitingNames() throws IOException {
        return folder.names(INBOX);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
