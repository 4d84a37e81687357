package io.github.camelwechat.ftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.ftp.server.FolderServer;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server whose first transfers break off in the middle: the data connection is closed, then comes a reply. */
final class CuttingServer implements FolderServer {

    private final Path files;
    private final FtpServer server;
    private final Listener listener;
    private final AtomicInteger toCut;
    private final AtomicInteger transfers = new AtomicInteger();

    CuttingServer(Path folder, int toCut, int reply) throws IOException, FtpException {
        this.files = Files.createDirectories(folder.resolve("files"));
        this.toCut = new AtomicInteger(toCut);
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(Application.PASSWORD);
        user.setHomeDirectory(files.toString());
        user.setAuthorities(List.of(new WritePermission()));
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress(HOST);
        listeners.setPort(0);
        listener = listeners.createListener();
        FtpServerFactory servers = new FtpServerFactory();
        servers.addListener("default", listener);
        servers.getUserManager().save(user);
        // a map that the server may empty
        servers.setFtplets(new HashMap<>(Map.of("cut", new Cut(reply))));
        server = servers.createServer();
        server.start();
    }

    /** How many files were asked for. */
    int transfers() {
        return transfers.get();
    }

    private final class Cut extends DefaultFtplet {

        private final int reply;

        Cut(int reply) {
            this.reply = reply;
        }

        @Override
        public FtpletResult onDownloadStart(FtpSession session, FtpRequest request) throws FtpException, IOException {
            transfers.incrementAndGet();
            if (toCut.getAndDecrement() <= 0) {
                return super.onDownloadStart(session, request);
            }
            byte[] whole = Files.readAllBytes(files.resolve("pictures").resolve(Path.of(request.getArgument()).getFileName()));
            session.write(new DefaultFtpReply(FtpReply.REPLY_150_FILE_STATUS_OKAY, "Here it comes."));
            send(session, Arrays.copyOf(whole, whole.length / 2));
            session.getDataConnection().closeDataConnection();
            session.write(new DefaultFtpReply(reply, "That was it."));
            return FtpletResult.SKIP;
        }

        private void send(FtpSession session, byte[] part) throws IOException {
            DataConnection data;
            try {
                data = session.getDataConnection().openConnection();
            } catch (Exception e) {
                throw new IOException(e);
            }
            data.transferToClient(session, new ByteArrayInputStream(part));
        }
    }

    @Override
    public String name() {
        return "FTP";
    }

    @Override
    public int port() {
        return listener.getPort();
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
