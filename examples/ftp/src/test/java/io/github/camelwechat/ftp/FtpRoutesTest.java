package io.github.camelwechat.ftp;

import java.nio.file.Files;

import io.github.camelwechat.ftp.server.FtpFolder;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.library.Material;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page on FTP says of the one step with a stream. */
class FtpRoutesTest extends FtpServerTest {

    private void start() {
        application = new Application(
                Application.settings("ftp", server, wechat.url()), new FtpRoutes());
    }

    private Material theOnlyMaterial() {
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        return wechat.library("wxdemo").materials().get(0);
    }

    @Test
    void aFileIsUploadedAsItIsAndMovedOnTheServer() throws Exception {
        byte[] picture = Pictures.png(300_000);
        inbox.put("照片 b.png", picture);
        start();
        inbox.await(".done/照片 b.png");
        assertThat(inbox.names()).isEmpty();
        assertThat(theOnlyMaterial().name()).isEqualTo("照片 b.png");
        assertThat(theOnlyMaterial().bytes()).isEqualTo(picture);
    }

    @Test
    void aRefusedFileIsMovedToFailedThoughItsStreamIsGivenUpAndTheNextOneGoesOn() throws Exception {
        inbox.put("a.jpg", Pictures.webp(3_000_000));
        inbox.put("b.png", Pictures.png(11_000_000));
        inbox.put("c.png", Pictures.png());
        start();
        inbox.await(".failed/a.jpg");
        inbox.await(".failed/b.png");
        inbox.await(".done/c.png");
        assertThat(inbox.names()).isEmpty();
        assertThat(Files.size(inbox.path().resolve(".failed/b.png"))).isEqualTo(11_000_000);
        assertThat(theOnlyMaterial().name()).isEqualTo("c.png");
    }

    @Test
    void aFileForWhichThereIsNoTokenStaysUntilTheAccountIsPutRight() throws Exception {
        inbox.put("a.png", Pictures.png());
        wechat.faults().next("/cgi-bin/stable_token", 2, Fault.status(502));
        start();
        inbox.await(".done/a.png");
        assertThat(theOnlyMaterial().name()).isEqualTo("a.png");
    }

    @Test
    void aFileWhoseOutcomeIsUnknownIsNotSentAgain() throws Exception {
        inbox.put("a.png", Pictures.png());
        wechat.faults().next(ADD_MATERIAL, Fault.answerLost());
        start();
        inbox.await(".failed/a.png");
        assertThat(theOnlyMaterial().name()).isEqualTo("a.png");
    }

    @Test
    void aFileThatWeChatRefusesIsMovedToFailed() throws Exception {
        inbox.put("a.png", Pictures.png());
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(40137));
        start();
        inbox.await(".failed/a.png");
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }

    @Test
    void aFileThatWeChatHasNoTimeForStaysForTheNextPoll() throws Exception {
        inbox.put("a.png", Pictures.png());
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(45011));
        start();
        inbox.await(".done/a.png");
    }

    @Test
    void aFileIsLeftAloneUntilItHasItsName() throws Exception {
        Files.write(inbox.path().resolve(".a.png"), Pictures.png());
        inbox.put("b.png", Pictures.png());
        start();
        inbox.await(".done/b.png");
        assertThat(inbox.names()).containsExactly(".a.png");
        Files.move(inbox.path().resolve(".a.png"), inbox.path().resolve("a.png"));
        inbox.await(".done/a.png");
    }

    @Test
    void aServerThatComesBackIsPolledAgain() throws Exception {
        inbox.put("a.png", Pictures.png());
        int port = server.port();
        start();
        inbox.await(".done/a.png");
        server.close();
        server = new FtpFolder(folder, port, Application.PASSWORD);
        inbox.put("b.png", Pictures.png());
        inbox.await(".done/b.png");
    }
}
