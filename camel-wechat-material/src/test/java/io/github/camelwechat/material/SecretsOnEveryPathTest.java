package io.github.camelwechat.material;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Secrets and tokens that come by configuration are in nothing that a process shows: our own loggers at TRACE, all
 * others at INFO, exceptions with causes and suppressed ones, texts of beans, dumps of routes, JMX.
 */
class SecretsOnEveryPathTest {

    @TempDir
    Path folder;

    @Test
    void noneIsShown() throws Exception {
        Path tokens = folder.resolve("tokens.txt");
        String output = run(tokens);

        assertThat(output).as("the process did what it was started for").contains(
                "WechatApiException", "NotSentException", "UnknownOutcomeException", "UnexpectedAnswerException",
                "InvalidMaterialException", "IllegalArgumentException", "HTTP status 407", "Auto-configuration summary",
                "<route id=\"default\">", "JMX org.apache.camel:");
        assertThat(Files.readAllLines(tokens)).hasSizeGreaterThan(3).allSatisfy(
                token -> assertThat(output).doesNotContain(token));
        assertThat(output).doesNotContain("PLANTED");
    }

    private String run(Path tokens) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.log.io.github.camelwechat.material=trace",
                        "-cp",
                        folder + File.pathSeparator
                               + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EveryPathWithPlantedSecrets.class.getName(), tokens.toString()))
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the process has ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
