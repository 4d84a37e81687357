package io.github.camelwechat.ftp.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.Ftplet;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server on 127.0.0.1, whose one user finds, and may change, the files of a folder. */
public final class FtpFolder implements FolderServer {

    private final Path files;
    private final FtpServer server;
    private final int port;

    /**
     * Starts it.
     *
     * @param folder   in which it has its folder {@code files}
     * @param port     0 for any that is free
     * @param password of its user
     */
    public FtpFolder(Path folder, int port, String password) throws IOException, FtpException {
        this(folder, port, password, Map.of());
    }

    /**
     * Starts one that has others look on.
     *
     * @param folder   in which it has its folder {@code files}
     * @param port     0 for any that is free
     * @param password of its user
     * @param ftplets  by any name; they see what is asked for, and may answer in the server's stead
     */
    public FtpFolder(Path folder, int port, String password, Map<String, Ftplet> ftplets) throws IOException, FtpException {
        files = Files.createDirectories(folder.resolve("files"));
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(password);
        user.setHomeDirectory(files.toString());
        user.setAuthorities(List.of(new WritePermission()));
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress(HOST);
        listeners.setPort(port);
        Listener listener = listeners.createListener();
        FtpServerFactory servers = new FtpServerFactory();
        servers.addListener("default", listener);
        servers.getUserManager().save(user);
        // the server empties its map when it stops
        servers.setFtplets(new HashMap<>(ftplets));
        server = servers.createServer();
        server.start();
        this.port = listener.getPort();
    }

    @Override
    public String name() {
        return "FTP";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path files() {
        return files;
    }

    @Override
    public void close() {
        server.stop();
    }
}
