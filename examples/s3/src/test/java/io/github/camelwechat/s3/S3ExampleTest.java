package io.github.camelwechat.s3;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class S3ExampleTest {

    @Test
    void printsWhatBecameOfEach() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exitCode = S3Example.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("wechat-done/pictures/骆驼.jpg", "title: 骆驼散步", "wechat-failed/pictures/really-webp.jpg",
                        "4 in the library, 1 set aside")
                .doesNotContain("only-known");
        assertThat(exitCode).isZero();
    }
}
