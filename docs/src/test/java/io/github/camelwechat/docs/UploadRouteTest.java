package io.github.camelwechat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.library.Caps;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class UploadRouteTest {

    static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path inbox;

    final Main main = new Main();

    @BeforeEach
    void start() {
        main.addOverrideProperty("camel.component.wechat-material.app-id", WechatSimulatorExtension.APP_ID);
        main.addOverrideProperty("camel.component.wechat-material.secret", WechatSimulatorExtension.SECRET);
        main.addOverrideProperty("camel.component.wechat-material.api-url", wechat.url());
        main.addOverrideProperty("upload.folder", inbox.toString());
        main.addOverrideProperty("upload.retryDelay", "10");
        main.configure().addRoutesBuilder(new UploadRoute());
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    /** Puts pictures into the folder, and waits until the route has moved them elsewhere. */
    void upload(String... names) throws IOException {
        put(names);
        await().until(() -> Stream.of(names).noneMatch(name -> Files.exists(inbox.resolve(name))));
    }

    void put(String... names) throws IOException {
        for (String name : names) {
            Path written = Files.write(inbox.resolve("." + name), Pictures.png());
            Files.move(written, inbox.resolve(name));
        }
    }

    @Test
    void aPictureGoesIntoTheLibrary() throws Exception {
        upload("a.png");

        assertThat(wechat.library("wxdemo").materials()).singleElement().satisfies(material -> {
            assertThat(material.name()).isEqualTo("a.png");
            assertThat(material.bytes()).isEqualTo(Pictures.png());
        });
        assertThat(inbox.resolve(".done/a.png")).exists();
    }

    @Test
    void whatWechatRefusesIsSetAside() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(48001));

        upload("a.png");

        assertThat(inbox.resolve(".failed/a.png")).exists();
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }

    @Test
    void whatWasNotSentIsSentAgain() throws Exception {
        wechat.faults().next("/cgi-bin/stable_token", Fault.status(502));

        upload("a.png");

        assertThat(inbox.resolve(".done/a.png")).exists();
    }

    @Test
    void aLostAnswerMakesNoSecondCopy() throws Exception {
        wechat.faults().next(ADD_MATERIAL, Fault.answerLost());

        upload("a.png");

        assertThat(inbox.resolve(".look-first/a.png")).exists();
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(1);
    }

    @Test
    void allFilesOfTheFolderAreUnderWayAtOnce() throws Exception {
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            put("a.png", "b.png", "c.png");

            gate.awaitHeld(3, Duration.ofSeconds(20));
        }
    }

    @Test
    void aTokenThatHasEndedIsRenewed() throws Exception {
        upload("a.png");
        wechat.tokens().expire("wxdemo");

        upload("b.png");

        assertThat(inbox.resolve(".done/b.png")).exists();
        assertThat(wechat.journal().entries(ADD_MATERIAL)).extracting(call -> call.errcode()).containsExactly(0, 42001, 0);
    }

    @Test
    void aQuotaThatIsUsedUpIsThereAgainTheNextDay() throws Exception {
        wechat.account("wxdemo").dailyLimit(ADD_MATERIAL, 1);
        upload("a.png");
        upload("b.png");
        assertThat(inbox.resolve(".failed/b.png")).exists();

        wechat.clock().forward(Duration.ofDays(1));
        upload("c.png");

        assertThat(inbox.resolve(".done/c.png")).exists();
    }

    @Test
    void aFullLibraryIsSaidSo() throws Exception {
        wechat.library("wxdemo").caps(new Caps(1, 0, 0));

        upload("a.png");
        upload("b.png");

        assertThat(wechat.journal().entries(ADD_MATERIAL)).extracting(call -> call.errcode()).containsExactly(0, 45034);
    }
}
