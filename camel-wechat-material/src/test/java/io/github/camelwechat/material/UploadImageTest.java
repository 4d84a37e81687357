package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.util.Map;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.result.UploadImageResult;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures for the inside of articles. */
class UploadImageTest {

    private static final String URI = "wechat-material:default?operation=uploadImage";
    private static final int MEGABYTE = 1 << 20;

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    @ParameterizedTest
    @ValueSource(strings = { "png", "jpg" })
    void givesAnAddressAndLeavesTheLibraryAlone(String format) {
        Exchange result = wechat.upload(URI, Samples.picture(format), Map.of());

        assertThat(result.getException()).isNull();
        String url = ((UploadImageResult) result.getMessage().getBody()).url();
        assertThat(url).startsWith("http");
        assertThat(result.getMessage().getHeader(WechatMaterialConstants.URL)).isEqualTo(url);
        assertThat(result.getMessage().getHeaders()).doesNotContainKey(WechatMaterialConstants.MEDIA_ID);
        assertThat(result.getMessage().getBody(String.class)).isEqualTo("{\"url\":\"" + url + "\"}");
        assertThat(wechat.simulator().library(Wechat.APP).materials()).isEmpty();
        assertThat(wechat.simulator().library(Wechat.APP).articlePictures()).hasSize(1);
    }

    @Test
    void aJpegGetsTheExtensionThatIsDocumented() {
        wechat.upload(URI, Samples.picture("jpg"), Map.of(Exchange.FILE_NAME, "photo.JPEG"));

        assertThat(wechat.simulator().library(Wechat.APP).articlePictures().get(0).name()).isEqualTo("photo.jpg");
    }

    @Test
    void oneByteBelowAMegabytePasses() {
        assertThat(wechat.upload(URI, Samples.png(MEGABYTE - 1, 1), Map.of()).getException()).isNull();
    }

    @Test
    void aMegabyteDoesNot() {
        Exchange bytes = wechat.upload(URI, Samples.png(MEGABYTE, 1), Map.of(Exchange.FILE_NAME, "big.png"));
        Exchange stream = wechat.upload(URI, new ByteArrayInputStream(Samples.png(MEGABYTE, 1)), Map.of());

        assertThat(bytes.getException()).isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining("big.png: 1,048,576 bytes (1.0 MB), the limit for uploadImage is below 1,048,576 bytes");
        assertThat(stream.getException()).isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining("more than 1,048,575 bytes");
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "gif", "bmp" })
    void otherPicturesAreForTheLibraryOnly(String format) {
        Exchange result = wechat.upload(URI, Samples.picture(format), Map.of());

        assertThat(result.getException()).isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining("WeChat's uploadImage takes jpg, png")
                .hasMessageEndingWith("Convert it to one of these, or use addMaterial, which takes it.");
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @Test
    void theTypeOfTheMessageDoesNotMatter() {
        assertThat(wechat.upload(URI, Samples.png(), Map.of(WechatMaterialConstants.TYPE, "voice")).getException()).isNull();
    }
}
