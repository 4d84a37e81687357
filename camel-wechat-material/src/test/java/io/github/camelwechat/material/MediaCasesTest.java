package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatApiException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of odd structure: sent and stored, or refused before anything is sent, by their right name. The simulator's
 * suite uploads the same files without the component.
 */
class MediaCasesTest {

    private static final String URI = "wechat-material:default?operation=addMaterial&type=";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvFileSource(resources = "/media/cases/cases.csv", numLinesToSkip = 1)
    void sentOrRefused(
            String file, String type, String component, String text, String rawType, String rawName, int rawErrcode)
            throws Exception {
        byte[] media = bytes("cases/" + file);
        for (Object body : List.of(path("cases/" + file), media, new ByteArrayInputStream(media))) {
            Exchange result = wechat.upload(URI + type, body, Map.of(Exchange.FILE_NAME, file));
            if (component.equals("refused")) {
                assertThat(result.getException()).isInstanceOf(InvalidMaterialException.class)
                        .hasMessageStartingWith(file + ": WeChat").hasMessageContaining(text)
                        .hasMessageNotContainingAny("validate");
                assertThat(((InvalidMaterialException) result.getException()).getReason()).isEqualTo(Reason.FORMAT);
                assertThat(wechat.simulator().journal().entries()).isEmpty();
            } else {
                assertThat(result.getException()).isNull();
                assertThat(wechat.simulator().library(Wechat.APP).materials().get(0).bytes()).isEqualTo(media);
                assertThat(wechat.simulator().library(Wechat.APP).materials().get(0).type().name())
                        .isEqualToIgnoringCase(component);
            }
        }
        Exchange unchecked
                = wechat.upload(URI + rawType + "&validate=false", media, Map.of(Exchange.FILE_NAME, rawName));
        assertThat(unchecked.getException() instanceof WechatApiException e ? e.getErrcode() : 0).isEqualTo(rawErrcode);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "picture.jpg", "picture.png", "picture.gif", "cbr.mp3", "id3.mp3", "tone.wma", "tone.wav", "tone.amr", "clip.mp4" })
    void bytesThatWereATextOnTheWayAreRefusedAsSuch(String file) throws Exception {
        wechat.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:text").convertBodyTo(String.class, "UTF-8").convertBodyTo(byte[].class, "UTF-8").to(URI + "auto");
                from("direct:latin1").convertBodyTo(String.class, "ISO-8859-1").convertBodyTo(byte[].class, "UTF-8")
                        .to(URI + "auto");
            }
        });
        for (String route : List.of("direct:text", "direct:latin1")) {
            Exchange result = wechat.context().createProducerTemplate().request(route,
                    exchange -> exchange.getMessage().setBody(bytes(file)));

            assertThat(result.getException()).as(route).isInstanceOf(InvalidMaterialException.class).hasMessage(
                    "message body: WeChat takes bmp, png, jpeg, jpg, gif (image); mp3, wma, wav, amr (voice); mp4 (video); this"
                                                                                                                + " was turned into text on the way, and its bytes are lost. Send the bytes as they are: no"
                                                                                                                + " convertBodyTo(String.class), and no text message, between their source and here.");
        }
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @Test
    void aWrongNumberInTheHeaderOfWavChangesNoPlayTime() throws Exception {
        byte[] wav = wav(59);
        ByteBuffer header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(28, header.getInt(28) / 2);

        assertThat(wechat.upload(URI + "auto", wav, Map.of()).getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1);
    }

    private static byte[] wav(int seconds) {
        int rate = 8000;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * rate * seconds).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(wav.capacity() - 8)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1)
                .putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * rate * seconds);
        return wav.array();
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = MediaCasesTest.class.getResourceAsStream("/media/" + file)) {
            return in.readAllBytes();
        }
    }

    private static Path path(String file) throws URISyntaxException {
        return Path.of(MediaCasesTest.class.getResource("/media/" + file).toURI());
    }
}
