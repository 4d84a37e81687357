package io.github.camelwechat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the page on folders says of its route. */
class FolderRoutesTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final String STABLE_TOKEN = "/cgi-bin/stable_token";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path inbox;

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        DemoAccount.addTo(context, wechat);
        context.getPropertiesComponent().addOverrideProperty("upload.folder", inbox.toString());
        context.getPropertiesComponent().addOverrideProperty("upload.retryDelay", "10");
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    private void awaitFile(String name) {
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(inbox.resolve(name)));
    }

    @Test
    void aFileWaitsUntilThereIsAWayToWechat() throws Exception {
        wechat.faults().next(STABLE_TOKEN, 8, Fault.status(502));
        Files.write(inbox.resolve("a.png"), Pictures.png());
        context.addRoutes(new FolderRoutes());

        awaitFile(".done/a.png");
        assertThat(wechat.journal().count(STABLE_TOKEN)).isGreaterThan(8);
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        assertThat(inbox.resolve(".failed")).doesNotExist();
    }

    @Test
    void whatIsRefusedAndWhatIsEmptyGoElsewhere() throws Exception {
        Files.writeString(inbox.resolve("text.png"), "no picture");
        Files.createFile(inbox.resolve("empty.png"));
        context.addRoutes(new FolderRoutes());

        awaitFile(".failed/text.png");
        awaitFile(".failed/empty.png");
        assertThat(wechat.journal().count(ADD_MATERIAL)).isZero();
    }

    @Test
    void whatMayBeInTheLibraryIsNotSentAgain() throws Exception {
        wechat.faults().next(ADD_MATERIAL, 1, Fault.answerLost());
        Files.write(inbox.resolve("a.png"), Pictures.png());
        context.addRoutes(new FolderRoutes());

        awaitFile(".failed/a.png");
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void aFileThatHasJustChangedIsLeftAlone() throws Exception {
        Path growing = Files.write(inbox.resolve("a.png"), Pictures.png());
        Files.setLastModifiedTime(growing, FileTime.from(Instant.now().plusSeconds(3600)));
        Files.write(inbox.resolve("b.png"), Pictures.png());
        context.addRoutes(new FolderRoutes());
        awaitFile(".done/b.png");
        assertThat(growing).exists();

        Files.setLastModifiedTime(growing, FileTime.from(Instant.now().minusSeconds(2)));
        awaitFile(".done/a.png");
    }

    @Test
    void aFileThatStillWaitsWhenTheTimeToStopIsOverStays() throws Exception {
        wechat.faults().always(STABLE_TOKEN, Fault.status(502));
        Files.write(inbox.resolve("a.png"), Pictures.png());
        context.addRoutes(new FolderRoutes());
        context.getShutdownStrategy().setTimeout(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> wechat.journal().count(STABLE_TOKEN) > 1);

        context.stop();

        assertThat(inbox.resolve("a.png")).exists();
        assertThat(inbox.resolve(".failed")).doesNotExist();
    }
}
