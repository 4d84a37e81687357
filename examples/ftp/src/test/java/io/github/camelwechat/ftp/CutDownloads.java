package io.github.camelwechat.ftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;

/** Has the first transfers break off in the middle: the data connection is closed, then comes a reply. */
final class CutDownloads extends DefaultFtplet {

    private final AtomicInteger toCut;
    private final AtomicInteger transfers = new AtomicInteger();
    private volatile int reply = FtpReply.REPLY_426_CONNECTION_CLOSED_TRANSFER_ABORTED;

    CutDownloads(int toCut) {
        this.toCut = new AtomicInteger(toCut);
    }

    /** With another reply. */
    void reply(int code) {
        reply = code;
    }

    /** How many files were asked for. */
    int transfers() {
        return transfers.get();
    }

    @Override
    public FtpletResult onDownloadStart(FtpSession session, FtpRequest request) throws FtpException, IOException {
        transfers.incrementAndGet();
        if (toCut.getAndDecrement() <= 0) {
            return super.onDownloadStart(session, request);
        }
        session.write(new DefaultFtpReply(FtpReply.REPLY_150_FILE_STATUS_OKAY, "Here it comes."));
        send(session, half(session, request.getArgument()));
        session.getDataConnection().closeDataConnection();
        session.write(new DefaultFtpReply(reply, "That was it."));
        return FtpletResult.SKIP;
    }

    private static byte[] half(FtpSession session, String file) throws FtpException, IOException {
        try (InputStream in = session.getFileSystemView().getFile(file).createInputStream(0)) {
            byte[] whole = in.readAllBytes();
            return Arrays.copyOf(whole, whole.length / 2);
        }
    }

    private static void send(FtpSession session, byte[] part) throws IOException {
        DataConnection data;
        try {
            data = session.getDataConnection().openConnection();
        } catch (Exception e) {
            throw new IOException(e);
        }
        data.transferToClient(session, new ByteArrayInputStream(part));
    }
}
