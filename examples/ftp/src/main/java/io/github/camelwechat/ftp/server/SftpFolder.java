package io.github.camelwechat.ftp.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;

import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on 127.0.0.1, whose one user finds, and may change, the files of a folder. */
public final class SftpFolder implements FolderServer {

    private final Path files;
    private final Path knownHosts;
    private final SshServer server;

    /**
     * Starts it.
     *
     * @param folder   in which it has its folder {@code files}, its key, and a file of known hosts that names this key
     * @param port     0 for any that is free
     * @param password of its user
     */
    public SftpFolder(Path folder, int port, String password) throws IOException, GeneralSecurityException {
        files = Files.createDirectories(folder.resolve("files"));
        knownHosts = folder.resolve("known_hosts");
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(folder.resolve("host-key"));
        server = SshServer.setUpDefaultServer();
        server.setHost(HOST);
        server.setPort(port);
        server.setKeyPairProvider(keys);
        server.setPasswordAuthenticator((user, word, session) -> user.equals(USER) && word.equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(files));
        server.start();
        KeyPair key = keys.loadKeys(null).iterator().next();
        Files.writeString(knownHosts,
                "[" + HOST + "]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    /** {@return the file that tells clients which key is this server's} */
    public Path knownHosts() {
        return knownHosts;
    }

    @Override
    public String name() {
        return "SFTP";
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public Path files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
