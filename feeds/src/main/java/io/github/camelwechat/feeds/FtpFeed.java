package io.github.camelwechat.feeds;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An FTP or SFTP server, from which {@code examples/ftp} uploads in one of its ways. */
final class FtpFeed implements Feed {

    private static final String PICTURES = "server/files/pictures";
    private static final String FETCHED = "fetched";
    private static final String PASSWORD = "password";

    private final Folder folder = new Folder("ftp-feed");
    private final Example example = new Example("ftp", folder);
    private final String protocol;
    private final String way;
    private final Server server;

    private FtpFeed(String protocol, String way) throws IOException {
        this.protocol = protocol;
        this.way = way;
        this.server = new Server(
                () -> example.start("server." + protocol + "ServerProgram", Map.of(setting("PASSWORD"), PASSWORD),
                        "--folder", folder.resolve("server").toString(), "--port", "0"),
                protocol.toUpperCase(Locale.ROOT) + " server: " + protocol.toLowerCase(Locale.ROOT) + "://");
    }

    static Feed ftp() throws IOException {
        return new FtpFeed("Ftp", "ftp");
    }

    static Feed sftp() throws IOException {
        return new FtpFeed("Sftp", "sftp");
    }

    static Feed inTwoSteps() throws IOException {
        return new FtpFeed("Ftp", "two-stage");
    }

    @Override
    public void put(List<Picture> pictures) throws IOException {
        folder.fill(PICTURES, pictures);
    }

    @Override
    public Program start(Map<String, String> account) throws IOException {
        return example.upload(account,
                Map.of(setting("SERVER"), server.url(), setting("PASSWORD"), PASSWORD,
                        "SFTP_KNOWN_HOSTS", folder.resolve("server/known_hosts").toString(),
                        "SFTP_WORK_FOLDER", folder.resolve("work").toString(),
                        "UPLOAD_FOLDER", folder.resolve(FETCHED).toString()),
                way);
    }

    private String setting(String name) {
        return protocol.toUpperCase(Locale.ROOT) + "_" + name;
    }

    /** In this order: a file that is fetched while they are counted is counted twice, and never missed. */
    @Override
    public int waiting() throws IOException {
        return folder.count(PICTURES) + folder.count(FETCHED);
    }

    @Override
    public int failed() throws IOException {
        return folder.count(PICTURES + "/.failed") + folder.count(FETCHED + "/.failed");
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }
}
