package io.github.camelwechat.material;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        String output = run(EveryPathWithPlantedSecrets.class);

        assertThat(output).as("the process did what it was started for").contains(
                "WechatApiException", "NotSentException", "UnknownOutcomeException", "UnexpectedAnswerException",
                "InvalidMaterialException", "IllegalArgumentException", "HTTP status 407", "Auto-configuration summary",
                "<route id=\"default\">", "JMX org.apache.camel:");
        assertNoneIn(output);
    }

    @Test
    void noneOfAPlatformIsShown() throws Exception {
        String output = run(EveryPlatformPathWithPlantedSecrets.class);

        assertThat(output).as("the process did what it was started for").contains(
                "WechatApiException", "NotSentException", "UnknownOutcomeException", "UnexpectedAnswerException",
                "IllegalArgumentException", "PUSH DELIVERED", "PUSH FAILED", "RESULT {\"authorizer_appid\"",
                "RESULT {\"total_count\"", "RESULT {\"media_id\"", "61003", "61023", "Auto-configuration summary",
                "<route id=\"shop\">", "JMX org.apache.camel:");
        assertNoneIn(output);
    }

    @Test
    void noneOfCloudHostingIsShown() throws Exception {
        String output = run(EveryCloudPathWithPlantedSecrets.class, EveryCloudPathWithPlantedSecrets.ENVIRONMENT);

        assertThat(output).as("the process did what it was started for").contains(
                "WechatApiException", "NotSentException", "UnknownOutcomeException", "UnexpectedAnswerException", "40001",
                "42001", "85105", "85107", "85112", "41001", "GatewayError", "404 with an empty body", "x-openapi-seqid",
                "AddMaterialResult", "Auto-configuration summary", "<route id=\"token\">",
                "JMX org.apache.camel:");
        assertThat(output).as("the ways of the accounts").containsPattern(
                "INFO .*The account 'service' goes to http://127.0.0.1:\\d+ with credentials=cloud: .* for the owner")
                .containsPattern("INFO .*The account 'merchant' goes to .* with credentials=cloudToken: .* for wxother");
        assertNoneIn(output);
    }

    private void assertNoneIn(String output) throws IOException {
        assertThat(Files.readAllLines(made())).hasSizeGreaterThan(3).allSatisfy(
                secret -> assertThat(output).doesNotContain(secret));
        assertThat(output).doesNotContain("PLANTED");
    }

    /** Returns the file for what is made while a process runs. */
    private Path made() {
        return folder.resolve("made.txt");
    }

    private String run(Class<?> paths) throws Exception {
        return run(paths, Map.of());
    }

    private String run(Class<?> paths, Map<String, String> environment) throws Exception {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.log.io.github.camelwechat.material=trace",
                        "-cp",
                        folder + File.pathSeparator
                               + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        paths.getName(), made().toString()))
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the process has ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
