package io.github.camelwechat.ftp;

import java.nio.file.Path;
import java.util.Map;

import io.github.camelwechat.ftp.server.FtpFolder;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.ftpserver.ftplet.Ftplet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Has an FTP server with a folder of pictures, and the application that polls it once a test has started it. */
abstract class FtpServerTest {

    static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path folder;

    FtpFolder server;
    Inbox inbox;
    @Nullable
    Application application;

    @BeforeEach
    void startServer() throws Exception {
        server = new FtpFolder(folder, 0, Application.PASSWORD, ftplets());
        inbox = new Inbox(server.files().resolve("pictures"));
    }

    /** What answers in the server's stead: nothing. */
    Map<String, Ftplet> ftplets() {
        return Map.of();
    }

    @AfterEach
    void stop() {
        if (application != null) {
            application.close();
        }
        server.close();
    }
}
