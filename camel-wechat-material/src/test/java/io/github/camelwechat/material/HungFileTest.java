package io.github.camelwechat.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.simulator.fault.Gate;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A file that blocks holds its own exchange, for its time limit, and nothing else. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class HungFileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HANGING = "wechat-material:hanging";
    private static final int HUNG = 8;

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path temporary;

    @BeforeEach
    void accounts() {
        wechat.plainAccount();
        wechat.account("hanging", Wechat.OTHER_APP, Wechat.OTHER_SECRET).setRequestTimeout(2000L);
    }

    private static void makePipe(Path path) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    }

    @Test
    void pipeIsRefused() throws Exception {
        Path pipe = temporary.resolve("pipe.png");
        makePipe(pipe);

        Exchange refused = wechat.upload(pipe);

        assertThat(refused.getException()).isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining("not a regular file");
    }

    @Test
    void fileThatWasSwappedForAPipeIsSentAsItWasChecked() throws Exception {
        byte[] picture = Samples.png(300_000, 1);
        Path file = Files.write(temporary.resolve("camel.png"), picture);
        Gate tokens = wechat.simulator().faults().hold(Wechat.STABLE_TOKEN);
        Wechat.Sent sent = wechat.begin("wechat-material:default", file);
        tokens.awaitHeld(1, PATIENCE);

        Files.delete(file);
        makePipe(file);
        wechat.simulator().faults().clear();

        assertThat(sent.await().getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.APP).materials()).singleElement()
                .satisfies(material -> assertThat(material.bytes()).isEqualTo(picture));
    }

    @Test
    void filesThatHangEndByTheirTimeoutAndHoldNobodyElse() throws Exception {
        HangingFiles.assumeFuse();
        assertThat(wechat.upload(Samples.png()).getException()).isNull();
        Path file = Files.write(temporary.resolve("camel.png"), Samples.png(500_000, 2));
        try (HangingFiles files = new HangingFiles(temporary)) {
            Gate tokens = wechat.simulator().faults().hold(Wechat.STABLE_TOKEN);
            List<Wechat.Sent> hanging = new ArrayList<>();
            for (int i = 0; i < HUNG; i++) {
                hanging.add(wechat.begin(HANGING, files.write(i + ".png", Samples.png(300_000, i))));
            }
            tokens.awaitHeld(1, PATIENCE);
            files.hang();
            tokens.open();

            for (Object body : List.of(Samples.png(), file)) {
                assertThat(wechat.upload(body).getException()).isNull();
            }
            for (Wechat.Sent sent : hanging) {
                assertThat(sent.await().getException()).isExactlyInstanceOf(NotSentException.class)
                        .hasMessageContaining("requestTimeout").hasMessageContaining("file system");
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(wechat.upload(file).getException())
                    .isExactlyInstanceOf(NotSentException.class).hasMessageContaining("have not been read for 5 s"));
            assertThat(wechat.upload(Samples.png()).getException()).as("not a file").isNull();

            files.goOn();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(wechat.upload(file).getException()).isNull());
            assertThat(wechat.simulator().library(Wechat.OTHER_APP).materials()).as("of those that hung").isEmpty();
        }
    }
}
