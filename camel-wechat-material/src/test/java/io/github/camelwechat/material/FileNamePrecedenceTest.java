package io.github.camelwechat.material;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Our header, the option, CamelFileName, S3's key, the file's own name, one made from the format. */
class FileNamePrecedenceTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path folder;

    private final Map<String, Object> headers = new HashMap<>(
            Map.of(
                    WechatMaterialConstants.FILE_NAME, "header.png", Exchange.FILE_NAME, "camel.png", "CamelAwsS3Key",
                    "s3.png"));

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private String sentName(String options, Object body) {
        Exchange result = wechat.upload("wechat-material:default" + options, body, headers);
        assertThat(result.getException()).isNull();
        return wechat.onlyUpload().upload().fileName();
    }

    private Path file() throws Exception {
        return Files.write(folder.resolve("own.png"), Samples.png());
    }

    @Test
    void firstTheHeader() throws Exception {
        wechat.configuration().setFileName("component.png");

        assertThat(sentName("?fileName=endpoint.png", file())).isEqualTo("header.png");
    }

    @Test
    void thenTheEndpoint() throws Exception {
        headers.remove(WechatMaterialConstants.FILE_NAME);
        wechat.configuration().setFileName("component.png");

        assertThat(sentName("?fileName=endpoint.png", file())).isEqualTo("endpoint.png");
    }

    @Test
    void thenTheComponent() throws Exception {
        headers.remove(WechatMaterialConstants.FILE_NAME);
        wechat.configuration().setFileName("component.png");

        assertThat(sentName("", file())).isEqualTo("component.png");
    }

    @Test
    void thenCamelFileName() throws Exception {
        headers.remove(WechatMaterialConstants.FILE_NAME);

        assertThat(sentName("", file())).isEqualTo("camel.png");
    }

    @Test
    void thenTheKeyInS3() throws Exception {
        headers.remove(WechatMaterialConstants.FILE_NAME);
        headers.remove(Exchange.FILE_NAME);

        assertThat(sentName("", file())).isEqualTo("s3.png");
    }

    @Test
    void thenTheFilesOwnName() throws Exception {
        headers.clear();

        assertThat(sentName("", file())).isEqualTo("own.png");
    }

    @Test
    void lastlyOneMadeFromTheFormat() {
        headers.clear();

        assertThat(sentName("", Samples.picture("gif"))).isEqualTo("image.gif");
    }

    @Test
    void aPathIsDropped() {
        headers.clear();
        headers.put(Exchange.FILE_NAME, "2026/11\\骆驼 🐫.png");

        assertThat(sentName("", Samples.png())).isEqualTo("骆驼 🐫.png");
    }

    @Test
    void anExtensionThatContradictsTheContentIsPutRight() {
        headers.put(WechatMaterialConstants.FILE_NAME, "photo.jpg");

        assertThat(sentName("", Samples.png())).isEqualTo("photo.png");
    }

    @Test
    void andOnlyAddedWithValidateFalse() {
        headers.put(WechatMaterialConstants.FILE_NAME, "photo.jpg");

        assertThat(sentName("?validate=false", Samples.png())).isEqualTo("photo.jpg");
    }

    @Test
    void aMissingOneIsAddedWithValidateFalseToo() {
        headers.put(WechatMaterialConstants.FILE_NAME, "photo");

        assertThat(sentName("?validate=false", Samples.png())).isEqualTo("photo.png");
    }

    @Test
    void whatCouldBreakOutOfTheHeaderIsReplaced() {
        headers.put(WechatMaterialConstants.FILE_NAME, "a\"b\r\nX: y.png");

        assertThat(sentName("", Samples.png())).isEqualTo("a_b__X: y.png");
    }
}
