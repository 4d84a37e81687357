package io.github.camelwechat.ftp;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FtpExampleTest {

    @Test
    void showsTheThreeWays() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exitCode = new FtpExample(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "ftp        .done: [camel.png, 骆驼.jpg], .failed: [really-webp.jpg]",
                "sftp       .done: [camel.png, 骆驼.jpg], .failed: [really-webp.jpg]",
                "two steps  .done: [camel.png, 骆驼.jpg], .failed: [really-webp.jpg]",
                "6 pictures are in the library");
        assertThat(exitCode).isZero();
    }
}
