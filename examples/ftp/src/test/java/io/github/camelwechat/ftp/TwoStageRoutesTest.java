package io.github.camelwechat.ftp;

import java.time.Duration;
import java.util.Map;

import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.library.Material;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page on FTP says of the two steps. */
class TwoStageRoutesTest extends FtpServerTest {

    private static final Duration SOON = Duration.ofSeconds(8);

    private Inbox fetched;

    @BeforeEach
    void start() throws Exception {
        fetched = new Inbox(folder.resolve("fetched"));
        Map<String, String> settings = Application.settings("ftp", server, wechat.url());
        settings.put("fetch.folder", "pictures");
        settings.put("upload.folder", fetched.path().toString());
        application = new Application(settings, new TwoStageRoutes());
    }

    @Test
    void manyAreInFlight() throws Exception {
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            for (int i = 0; i < 6; i++) {
                inbox.put(i + ".png", Pictures.png());
            }
            gate.awaitHeld(6, SOON);
        }
        for (int i = 0; i < 6; i++) {
            inbox.await(".fetched/" + i + ".png");
            fetched.await(".done/" + i + ".png");
        }
    }

    @Test
    void aRefusedFileIsInFailedOfOurFolder() throws Exception {
        inbox.put("a.jpg", Pictures.webp(300_000));
        fetched.await(".failed/a.jpg");
        inbox.await(".fetched/a.jpg");
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }

    @Test
    void aFileThatWasNotSentIsSentAgain() throws Exception {
        wechat.faults().next("/cgi-bin/stable_token", 3, Fault.status(502));
        inbox.put("照片 b.png", Pictures.png());
        fetched.await(".done/照片 b.png");
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void aSecondFileOfTheSameNameWaitsOnTheServer() throws Exception {
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            inbox.put("a.png", Pictures.png(1000));
            gate.awaitHeld(1, SOON);
            inbox.await(".fetched/a.png");
            inbox.put("a.png", Pictures.png(2000));
            inbox.put("b.png", Pictures.png(3000));
            inbox.await(".fetched/b.png");
            assertThat(inbox.has("a.png")).isTrue();
        }
        wechat.journal().awaitEntries(ADD_MATERIAL, 3, SOON);
        assertThat(wechat.library("wxdemo").materials()).extracting(Material::size)
                .containsExactlyInAnyOrder(1000L, 2000L, 3000L);
    }
}
