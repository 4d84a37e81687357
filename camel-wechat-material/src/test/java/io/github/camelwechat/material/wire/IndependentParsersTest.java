package io.github.camelwechat.material.wire;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.WechatMaterialConstants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Three parsers that know nothing of each other read the same name, bytes and description out of what is sent. */
class IndependentParsersTest {

    private static final byte[] PNG = Samples.png(300_000, 1);
    private static final byte[] MP4 = Samples.mp4(300_000, 2);

    private static final List<Parser> PARSERS = List.of(
            new Parser("Commons FileUpload", CommonsForms::new), new Parser("Jetty", JettyForms::new),
            new Parser("Undertow", UndertowForms::new));

    private record Parser(String name, Callable<FormServer> start) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void aPictureHasItsNameAndBytes(Parser parser, String wanted, String expected) throws Exception {
        try (FormServer server = parser.start().call(); Uploader uploader = new Uploader(server.url())) {
            uploader.upload(PNG, wanted);

            FormServer.Form form = server.form();
            assertThat(form.fileName()).isEqualTo(expected);
            assertThat(form.contentType()).isEqualTo("image/png");
            assertThat(form.media()).isEqualTo(PNG);
            assertThat(form.description()).isNull();
        }
    }

    static Stream<Arguments> aPictureHasItsNameAndBytes() {
        List<List<String>> names = List.of(
                List.of("camel.png", "camel.png"),
                List.of("骆驼 照片.png", "骆驼 照片.png"),
                List.of(" two  words .png", "two  words.png"),
                List.of("🐫𠮷👩‍👩‍👧.png", "🐫𠮷👩‍👩‍👧.png"),
                List.of("semi;colon=1, 100% 'x' &.png", "semi;colon=1, 100% 'x' &.png"),
                List.of("say \"hi\".png", "say _hi_.png"),
                List.of("dir\\camel.png", "camel.png"),
                List.of("a\r\nContent-Type: text\r\n\r\n\u0007b.png", "a__Content-Type: text_____b.png"));
        return PARSERS.stream()
                .flatMap(parser -> names.stream().map(name -> Arguments.of(parser, name.get(0), name.get(1))));
    }

    @ParameterizedTest
    @MethodSource
    void aVideoHasItsDescriptionToo(Parser parser) throws Exception {
        try (FormServer server = parser.start().call(); Uploader uploader = new Uploader(server.url())) {
            uploader.upload(exchange -> {
                exchange.getMessage().setBody(MP4);
                exchange.getMessage().setHeader(WechatMaterialConstants.FILE_NAME, "骆驼🐫.mp4");
                exchange.getMessage().setHeader(WechatMaterialConstants.TITLE, "骆驼 \"🐫\"");
                exchange.getMessage().setHeader(WechatMaterialConstants.INTRODUCTION, "line\nnext \\ --b0undary--\r\n");
            });

            FormServer.Form form = server.form();
            assertThat(form.fileName()).isEqualTo("骆驼🐫.mp4");
            assertThat(form.media()).isEqualTo(MP4);
            JsonNode description = new ObjectMapper().readTree(form.description());
            assertThat(description.path("title").asText()).isEqualTo("骆驼 \"🐫\"");
            assertThat(description.path("introduction").asText()).isEqualTo("line\nnext \\ --b0undary--\r\n");
            assertThat(form.description()).doesNotContain("\\u");
        }
    }

    static Stream<Parser> aVideoHasItsDescriptionToo() {
        return PARSERS.stream();
    }
}
