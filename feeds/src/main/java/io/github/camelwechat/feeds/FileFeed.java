package io.github.camelwechat.feeds;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A folder, from which the quickstart uploads. */
final class FileFeed implements Feed {

    private final Folder folder = new Folder("file-feed");

    FileFeed() throws IOException {
    }

    @Override
    public void put(List<Picture> pictures) throws IOException {
        folder.fill("inbox", pictures);
    }

    @Override
    public Program start(Map<String, String> account) throws IOException {
        return Program.java(folder.resolve("log"), account,
                List.of("-jar", "examples/quickstart/target/quickstart.jar", "--folder", folder.resolve("inbox").toString()));
    }

    @Override
    public int waiting() throws IOException {
        return folder.count("inbox");
    }

    @Override
    public int failed() throws IOException {
        return folder.count("inbox/.failed");
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
