package io.github.camelwechat.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.library.Material;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class QuickstartTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private static final Map<String, String> NO_SETTINGS = Map.of();

    private final Path here;

    QuickstartTest(@TempDir Path here) {
        this.here = here;
    }

    @Test
    void theSamplesAreUploadedAndTheTwoBrokenFilesRefused() throws Exception {
        try (Program program = new Program(here, NO_SETTINGS)) {
            assertThat(program.exitCode()).as(program.text()).isZero();

            assertThat(program.lines()).filteredOn(line -> line.matches(".* {2}[.]done {6}[\\w-]{64}"))
                    .extracting(line -> line.replaceAll("(\\S+) +(\\S+).*", "$1 $2"))
                    .containsExactly("camel.bmp image", "camel.png image", "thumb/cover.jpg thumb", "tune.amr voice",
                            "tune.mp3 voice", "tune.wav voice", "tune.wma voice", "walk.gif image", "walk.mp4 video",
                            "骆驼.jpg image");
            assertThat(program.lines()).filteredOn(line -> line.matches(".* {2}[.]failed {4}refused: WeChat.*"))
                    .extracting(line -> line.substring(0, line.indexOf(' ')))
                    .containsExactly("not-a-picture.png", "really-webp.jpg");
            assertThat(program.lines()).last().isEqualTo("10 stored, 2 refused");
            assertThat(program.lines()).filteredOn(line -> line.matches(" {37}http://127[.]0[.]0[.]1:\\d+/.*")).hasSize(4);
            assertThatItIsQuiet(program);
        }
        assertThat(names("target/inbox")).containsExactly(".done", ".failed", "thumb");
        assertThat(names("target/inbox/.failed")).containsExactly("not-a-picture.png", "really-webp.jpg");
        assertThat(names("target/inbox/.done")).hasSize(10).contains("walk.json", "walk.mp4", "骆驼.jpg");
        assertThat(names("target/inbox/thumb")).containsExactly(".done");
        assertThat(names("target/inbox/thumb/.done")).containsExactly("cover.jpg");
    }

    @Test
    void threeSettingsSendOnesOwnFolderElsewhere() throws Exception {
        Path folder = Files.createDirectory(here.resolve("我的 media"));
        copy("walk.mp4", folder.resolve("散步.mp4"));
        copy("walk.json", folder.resolve("散步.json"));
        try (Program program = new Program(here, settings("secret"), "--folder", folder.getFileName().toString())) {
            assertThat(program.exitCode()).as(program.text()).isZero();
            assertThat(program.text()).contains("1 of 1: 散步.mp4 stored", wechat.url()).doesNotContain("camel.png");
            assertThatItIsQuiet(program);
        }
        Material video = wechat.library("wxdemo").materials().iterator().next();
        assertThat(video.title()).isEqualTo("A camel goes for a walk");
        assertThat(video.introduction()).startsWith("Three seconds");
        assertThat(video.bytes()).isEqualTo(Files.readAllBytes(folder.resolve(".done/散步.mp4")));
        assertThat(names("我的 media")).containsExactly(".done");
        assertThat(here.resolve("target")).doesNotExist();
    }

    @Test
    void wrongSecretIsOneLineAndAnExitCodeAndMovesNothing() throws Exception {
        Path folder = Files.createDirectory(here.resolve("inbox"));
        copy("camel.png", folder.resolve("camel.png"));
        try (Program program = new Program(here, settings("not-the-secret"), "--folder", "inbox")) {
            assertThat(program.exitCode()).as(program.text()).isOne();
            assertThat(program.lines()).hasSize(3).last().asString()
                    .startsWith("getStableAccessToken: WeChat answered 40125 invalid appsecret");
            assertThat(program.text()).doesNotContain("not-the-secret", "\tat ");
        }
        assertThat(names("inbox")).containsExactly("camel.png");
    }

    @Test
    void whatIsWrongWithAFileOrItsDescriptionIsOneLineEach() throws Exception {
        Path folder = Files.createDirectory(here.resolve("inbox"));
        copy("walk.mp4", folder.resolve("walk.mp4"));
        Files.writeString(folder.resolve("walk.json"), "{broken");
        Files.createFile(folder.resolve("empty.png"));
        try (Program program = new Program(here, NO_SETTINGS, "--folder", "inbox")) {
            assertThat(program.exitCode()).as(program.text()).isZero();
            assertThat(program.lines()).anyMatch(line -> line.matches("empty.png .*[.]failed +refused: it is empty.*"))
                    .anyMatch(line -> line.matches("walk.mp4 .*[.]failed +refused: walk.json is broken in line 1.*"))
                    .last().isEqualTo("0 stored, 2 refused");
            assertThatItIsQuiet(program);
        }
    }

    @Test
    void manyFilesAreAllUploaded() throws Exception {
        Path folder = Files.createDirectory(here.resolve("many"));
        for (int i = 0; i < 1000; i++) {
            copy("thumb/cover.jpg", folder.resolve(i + ".jpg"));
        }
        try (Program program = new Program(here, settings("secret"), "--folder", "many")) {
            assertThat(program.exitCode()).as(program.text()).isZero();
            assertThat(program.lines()).last().isEqualTo("1000 stored, 0 refused");
            assertThat(program.lines()).filteredOn(line -> line.contains(" of 1000: ")).hasSizeLessThanOrEqualTo(25);
        }
        assertThat(wechat.library("wxdemo").materials()).hasSize(1000);
        assertThat(names("many/.done")).hasSize(1000);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process is only ever killed")
    void watchingGoesOnUntilItIsInterrupted() throws Exception {
        try (Program program = new Program(here, NO_SETTINGS, "--watch")) {
            program.awaitLine("10 stored, 2 refused");
            copy("camel.png", here.resolve("target/inbox/later.png"));
            program.awaitLine("1 stored, 0 refused");
            program.interrupt();
            program.exitCode();
            assertThatItIsQuiet(program);
        }
        assertThat(here.resolve("target/inbox/.done/later.png")).exists();
    }

    @Test
    void misuseIsExplained() throws Exception {
        try (Program program = new Program(here, NO_SETTINGS, "--folder", "nowhere")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.lines()).singleElement().asString().startsWith("There is no folder ");
        }
        try (Program program = new Program(here, Map.of("WECHAT_APP_ID", "wxdemo"))) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.lines()).singleElement().asString().contains("WECHAT_APP_SECRET is not set");
        }
        Files.createDirectory(here.resolve("empty"));
        try (Program program = new Program(here, NO_SETTINGS, "--folder", "empty")) {
            assertThat(program.exitCode()).isZero();
            assertThat(program.lines()).last().isEqualTo("The folder holds nothing to upload.");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the locale does not decide about file names")
    void aLocaleWithoutChineseIsNamed() throws Exception {
        try (Program program = new Program(here, Map.of("LC_ALL", "C"))) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.lines()).singleElement().asString().endsWith("set LC_ALL=C.UTF-8");
        }
    }

    private static Map<String, String> settings(String secret) {
        return Map.of("WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", secret, "WECHAT_API_URL", wechat.url());
    }

    private static void assertThatItIsQuiet(Program program) {
        assertThat(program.text()).doesNotContain("WARN", "ERROR", "\tat ", "Exception", "secret", "only-known");
    }

    private static void copy(String sample, Path file) throws IOException {
        try (InputStream in = QuickstartTest.class.getResourceAsStream("/media/" + sample)) {
            // in one step, as the folder may be watched
            Path part = Files.createTempFile("sample", null);
            Files.write(part, in.readAllBytes());
            Files.move(part, file);
        }
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(here.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
