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
     * @param ftplets  see what is asked for, and may answer in the server's stead
     */
    public FtpFolder(Path folder, int port, String password, Ftplet... ftplets) throws IOException, FtpException {
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
        // a map that the server empties when it stops
        Map<String, Ftplet> byName = new HashMap<>();
        for (Ftplet ftplet : ftplets) {
            byName.put(ftplet.toString(), ftplet);
        }
        servers.setFtplets(byName);
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
