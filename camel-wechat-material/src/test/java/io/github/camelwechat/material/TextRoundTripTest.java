package io.github.camelwechat.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatApiException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A step that makes a String of a binary body breaks it: {@code convertBodyTo(String.class)}, a script, a log. */
class TextRoundTripTest {

    private static final Map<String, String> FILES = Map.of(
            "picture.jpg", "image", "picture.png", "image", "picture.gif", "image", "cbr.mp3", "voice", "tone.wma", "voice",
            "tone.wav", "voice", "tone.amr", "voice", "clip.mp4", "video");

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() throws Exception {
        wechat.plainAccount();
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").convertBodyTo(String.class).convertBodyTo(byte[].class)
                        .toD("wechat-material:default?${header.options}");
            }
        });
    }

    private static byte[] file(String name) {
        try (InputStream in = TextRoundTripTest.class.getResourceAsStream("/media/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Exchange sent(String name, String options) {
        return wechat.send("direct:in", exchange -> {
            exchange.getMessage().setBody(file(name));
            exchange.getMessage().setHeader("options", options);
        });
    }

    @Test
    void everyFormatIsRefusedWithTheSameText() {
        Set<String> texts = new LinkedHashSet<>();
        FILES.forEach((name, type) -> {
            for (String options : new String[] { "type=auto", "type=" + type }) {
                InvalidMaterialException refused = sent(name, options).getException(InvalidMaterialException.class);

                assertThat(refused).as(name).isNotNull();
                assertThat(refused.getReason()).as(name).isEqualTo(Reason.FORMAT);
                assertThat(refused.getMessage()).as(name).doesNotContain("validate=false")
                        .contains("this was turned into text on the way");
                texts.add(refused.getMessage().substring(refused.getMessage().indexOf("this was turned")));
            }
        });

        assertThat(texts).hasSize(1);
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "picture.jpg,image", "picture.gif,image", "tone.amr,voice", "clip.mp4,video" })
    void simulatorTakesNoneOfThem(String name, String type) {
        assertThat(sent(name, "validate=false&type=" + type).getException(WechatApiException.class)).isNotNull();
    }
}
