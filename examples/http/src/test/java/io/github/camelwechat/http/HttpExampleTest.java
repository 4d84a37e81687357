package io.github.camelwechat.http;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpExampleTest {

    @Test
    void everyRequestIsAnsweredAsItShouldBe() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exitCode = new HttpExample(new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(text).isZero();
        assertThat(text).contains("POST /materials/from-url", "The library holds 4 pictures.").doesNotContain("expected");
    }
}
