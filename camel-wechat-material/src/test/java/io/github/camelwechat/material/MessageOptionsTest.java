package io.github.camelwechat.material;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.camelwechat.material.error.InvalidMaterialException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Header before endpoint before component. */
class MessageOptionsTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private Exchange jpeg(String options, Map<String, Object> headers) {
        return wechat.upload("wechat-material:default" + options, Samples.picture("jpg"), headers);
    }

    @Test
    void typeOfTheHeaderComesFirst() {
        wechat.configuration().setType("voice");
        jpeg("?type=voice", Map.of(WechatMaterialConstants.TYPE, "thumb"));

        assertThat(wechat.onlyUpload().query()).contains("type=thumb");
    }

    @Test
    void thenThatOfTheEndpoint() {
        wechat.configuration().setType("voice");
        jpeg("?type=thumb", Map.of());

        assertThat(wechat.onlyUpload().query()).contains("type=thumb");
    }

    @Test
    void thenThatOfTheComponent() {
        wechat.configuration().setType("thumb");
        jpeg("", Map.of());

        assertThat(wechat.onlyUpload().query()).contains("type=thumb");
    }

    @Test
    void autoGoesByTheContentAndNeverMakesAThumb() {
        jpeg("", Map.of(Exchange.FILE_NAME, "thumb.jpg"));
        wechat.upload(SmallMedia.amr());
        wechat.upload(SmallMedia.mp4());

        assertThat(wechat.uploads()).extracting(entry -> entry.upload().type()).containsExactly("image", "voice", "video");
        assertThat(wechat.uploads()).allMatch(entry -> entry.errcode() == 0);
    }

    @Test
    void autoInTheHeaderUndoesAType() {
        wechat.upload("wechat-material:default?type=thumb", SmallMedia.amr(), Map.of(WechatMaterialConstants.TYPE, "auto"));

        assertThat(wechat.onlyUpload().upload().type()).isEqualTo("voice");
    }

    @ParameterizedTest
    @CsvSource({ "IMAGE,image", "Thumb,thumb", "image,image" })
    void theCaseOfATypeDoesNotMatter(String asked, String sent) {
        jpeg("", Map.of(WechatMaterialConstants.TYPE, asked));

        assertThat(wechat.onlyUpload().query()).contains("type=" + sent);
    }

    @Test
    void anUnknownTypeListsTheKnownOnesAndSendsNothing() {
        Exchange result = jpeg("", Map.of(WechatMaterialConstants.TYPE, "picture"));

        assertThat(result.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'picture'").hasMessageContaining("image, voice, video, thumb");
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "ADDMATERIAL", " addmaterial ", "", " " })
    void anOperationIsTakenInAnyCaseAndAnEmptyOneIsNone(String operation) {
        Exchange result = jpeg("", Map.of(WechatMaterialConstants.OPERATION, operation));

        assertThat(result.getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "updateMaterial", "add material" })
    void anUnknownOperationListsTheKnownOnesAndSendsNothing(String operation) {
        Exchange result = jpeg("", Map.of(WechatMaterialConstants.OPERATION, operation));

        assertThat(result.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + operation + "'").hasMessageContaining("addMaterial");
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @Test
    void theOperationMayBeGivenByItsNameOrAsTheConstant() {
        jpeg("", Map.of(WechatMaterialConstants.OPERATION, "addMaterial"));
        jpeg("", Map.of(WechatMaterialConstants.OPERATION, WechatMaterialOperations.addMaterial));

        assertThat(wechat.uploads()).hasSize(2);
    }

    @Test
    void noHeaderChoosesAnAccountOrItsSecrets() {
        jpeg("", Map.of(
                "CamelWechatMaterialAppId", Wechat.OTHER_APP, "CamelWechatMaterialSecret", Wechat.OTHER_SECRET,
                "CamelWechatMaterialAccessToken", "T", "CamelWechatMaterialApiUrl", "http://localhost:1",
                "CamelWechatMaterialAccount", "other", "CamelWechatMaterialValidate", "false"));

        assertThat(wechat.onlyUpload().appId()).isEqualTo(Wechat.APP);
    }

    @Test
    void contentThatIsRefusedIsSentAllTheSameWithValidateFalse() {
        byte[] webp = "RIFF....WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);

        Exchange checked = wechat.upload("wechat-material:default?type=image", webp, Map.of());
        Exchange unchecked = wechat.upload("wechat-material:default?type=image&validate=false", webp, Map.of());

        assertThat(checked.getException()).isInstanceOf(InvalidMaterialException.class).hasMessageContaining("WebP");
        assertThat(wechat.onlyUpload().upload().size()).isEqualTo(webp.length);
        assertThat(unchecked.getException()).hasMessageContaining("40137");
    }

    @Test
    void validateFalseWithUnknownContentNeedsAType() {
        Exchange result = wechat.upload("wechat-material:default?validate=false", new byte[] { 1, 2, 3 }, Map.of());

        assertThat(result.getException()).isInstanceOf(InvalidMaterialException.class).hasMessageContaining("Set type to");
    }

    @Test
    void validateFalseSendsWhatIsTooLargeUpToTwentyMegabytes() {
        byte[] over = Samples.png((10 << 20) + 1, 1);
        byte[] cap = new byte[(20 << 20) + 1];

        wechat.upload("wechat-material:default?validate=false", over, Map.of());
        Exchange refused = wechat.upload("wechat-material:default?validate=false&type=image", cap, Map.of());

        assertThat(wechat.onlyUpload().upload().size()).isEqualTo(over.length);
        assertThat(refused.getException()).isInstanceOfSatisfying(InvalidMaterialException.class,
                e -> assertThat(e.getLimit()).isEqualTo(20 << 20));
    }
}
