package io.github.camelwechat.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SDKs for Node as they were released, but for the host. Where there is no node or npm, or no registry, they are
 * skipped; in CI that is a failure.
 */
class NodeSdksTest {

    private static final Path SCRIPTS = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node");
    private static final long PATIENCE_SECONDS = 240;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", "secret").app("wxother", "secret2").cloud("wxdemo"));

    /** Why the SDKs cannot run here; null if they can. */
    private static @Nullable String missing;

    private final Path media;

    NodeSdksTest(@TempDir Path media) {
        this.media = media;
    }

    @BeforeAll
    static void install() throws Exception {
        missing = installed();
        if (missing != null) {
            System.err.println("The SDKs for Node are skipped: " + missing);
        }
    }

    private static @Nullable String installed() throws Exception {
        if (!runs("node", "--version")) {
            return "node is not there: install Node 18 or newer";
        }
        if (!runs("npm", "--version")) {
            return "npm is not there: install it beside node";
        }
        Files.createDirectories(INSTALLED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(SCRIPTS)) {
            for (Path file : files) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Outcome npm = run(List.of(
                "npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
        return npm.exitValue() == 0
                ? null : "npm could not install the SDKs of " + SCRIPTS.resolve("package.json") + ": " + npm.output();
    }

    @ParameterizedTest
    @ValueSource(strings = { "co-wechat-api", "node-easywechat" })
    void everyOperation(String sdk) throws Exception {
        assumeNode();
        write("骆驼.png", Samples.picture("png"));
        write("large.jpg", Samples.padded(Samples.picture("jpg"), 2_000_000));
        write("thumb.jpg", Samples.picture("jpg"));
        write("tone.mp3", Samples.resource("vbr.mp3"));
        write("tone.amr", Samples.resource("tone.amr"));
        write("film.mp4", Samples.padded(Samples.film("isom"), 2_000_000));

        Outcome outcome = run(List.of("node", sdk + ".js", wechat.url(), media.toString()));

        assertThat(outcome.exitValue()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("all is well");
        assertThat(wechat.library("wxdemo").materials()).hasSize(5);
        assertThat(wechat.library("wxdemo").temporaries()).hasSize(4);
        assertThat(wechat.library("wxdemo").articlePictures()).hasSize(1);
    }

    @Test
    void formWithoutATokenThroughTheSideChannel() throws Exception {
        assumeNode();
        write("large.jpg", Samples.padded(Samples.picture("jpg"), 2_000_000));

        Outcome outcome = run(List.of("node", "side-channel.js", wechat.url(), media.toString(), wechat.cloud().url()));

        assertThat(outcome.exitValue()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("all is well");
        assertThat(wechat.library("wxdemo").materials()).singleElement()
                .satisfies(material -> assertThat(material.size()).isEqualTo(2_000_000));
        assertThat(wechat.library("wxother").materials()).hasSize(1);
    }

    private static void assumeNode() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(missing).isNull();
        }
        Assumptions.assumeTrue(missing == null, missing);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(media.resolve(name), bytes);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private record Outcome(int exitValue, String output) {
    }

    private static Outcome run(List<String> command) throws Exception {
        Path log = Files.createTempFile(INSTALLED, "output", ".log");
        Process process = new ProcessBuilder(command).directory(INSTALLED.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String output = Files.readString(log, StandardCharsets.UTF_8);
            return ended ? new Outcome(process.exitValue(), output) : new Outcome(-1, "it did not end: " + output);
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }
}
