package io.github.camelwechat.jms;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration. */
class JmsExampleTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void tellsWhatBecameOfEachMessage(@TempDir Path folder) throws Exception {
        boolean asItShouldBe = new JmsExample(new PrintStream(output, true, StandardCharsets.UTF_8)).run(folder);
        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("materials.done ") && line.contains("\"file_name\":\"camel.png\""))
                .anyMatch(line -> line.startsWith("materials.done ") && line.contains("\"file_name\":\"walk.mp4\""))
                .anyMatch(line -> line.startsWith("reply ") && line.contains("\"file_name\":\"骆驼.jpg\""))
                .anyMatch(line -> line.startsWith("materials.failed  really-webp.jpg"))
                .anyMatch(line -> line.contains("reason: ") && line.contains("WebP"))
                .noneMatch(line -> line.contains("only-known"));
        assertThat(asItShouldBe).isTrue();
    }
}
