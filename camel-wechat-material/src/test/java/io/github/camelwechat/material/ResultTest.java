package io.github.camelwechat.material;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.material.result.AddMaterialResult;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.library.Material;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What an upload leaves on the exchange, and what it takes from it into the request. */
class ResultTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private Material stored() {
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1);
        return wechat.simulator().library(Wechat.APP).materials().get(0);
    }

    @Test
    void aPictureHasAnIdAndAnAddress() {
        Exchange result = wechat.upload(Samples.png());

        AddMaterialResult body = (AddMaterialResult) result.getMessage().getBody();
        assertThat(body.mediaId()).isEqualTo(stored().mediaId());
        assertThat(body.url()).startsWith(wechat.simulator().url() + stored().picturePath());
        assertThat(result.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID)).isEqualTo(body.mediaId());
        assertThat(result.getMessage().getHeader(WechatMaterialConstants.URL)).isEqualTo(body.url());
    }

    @Test
    void aVoiceHasAnIdOnly() {
        Exchange result = wechat.upload("wechat-material:default", SmallMedia.amr(),
                Map.of(WechatMaterialConstants.URL, "http://of-an-earlier-upload"));

        assertThat(((AddMaterialResult) result.getMessage().getBody()).url()).isNull();
        assertThat(result.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID)).isEqualTo(stored().mediaId());
        assertThat(result.getMessage().getHeaders()).doesNotContainKey(WechatMaterialConstants.URL);
    }

    @Test
    void itConvertsWithWechatsFieldNames() throws Exception {
        Exchange result = wechat.upload(Samples.png());
        AddMaterialResult body = (AddMaterialResult) result.getMessage().getBody();
        Map<String, Object> expected = Map.of("media_id", body.mediaId(), "url", body.url());
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readValue(result.getMessage().getBody(String.class), Object.class)).isEqualTo(expected);
        assertThat(json.readValue(result.getMessage().getBody(byte[].class), Object.class)).isEqualTo(expected);
        assertThat(json.readValue(result.getMessage().getBody(InputStream.class), Object.class)).isEqualTo(expected);
        assertThat((Object) result.getMessage().getBody(Map.class)).isEqualTo(expected);
    }

    @Test
    void aUrlThatIsNotThereIsLeftOut() {
        Exchange result = wechat.upload(SmallMedia.amr());

        assertThat(result.getMessage().getBody(String.class)).isEqualTo("{\"media_id\":\"" + stored().mediaId() + "\"}");
        assertThat((Object) result.getMessage().getBody(Map.class)).isEqualTo(Map.of("media_id", stored().mediaId()));
    }

    @Test
    void allOtherHeadersStay() {
        Map<String, Object> headers = new HashMap<>(
                Map.of(
                        Exchange.FILE_NAME, "a.png", "CamelAwsS3Key", "in/a.png", "CamelAwsS3BucketName", "bucket",
                        WechatMaterialConstants.TYPE, "image", WechatMaterialConstants.TITLE, "T", "mine", 42));
        Exchange result = wechat.upload("wechat-material:default", Samples.png(), headers);

        assertThat(result.getMessage().getHeaders()).containsAllEntriesOf(headers);
        assertThat(result.getMessage().getHeaders().keySet()).hasSize(headers.size() + 2);
    }

    @Test
    void anEarlierResultIsGoneWhenTheSecondUploadFails() {
        wechat.simulator().faults().next(Wechat.ADD_MATERIAL, Fault.errcode(45009));
        byte[] png = Samples.png();
        Exchange result = wechat.upload("wechat-material:default", png, Map.of(
                WechatMaterialConstants.MEDIA_ID, "old", WechatMaterialConstants.URL, "old", "mine", 42));

        assertThat(result.getException()).isNotNull();
        assertThat(result.getMessage().getHeaders()).containsOnly(Map.entry("mine", 42));
        assertThat(result.getMessage().getBody()).isSameAs(png);
    }

    @Test
    void andWhenItIsRefusedBeforeAnythingIsSent() {
        for (Map<String, Object> wrong : List.<Map<String, Object>> of(
                Map.of(WechatMaterialConstants.OPERATION, "nonsense"), Map.of(WechatMaterialConstants.TYPE, "nonsense"),
                Map.of())) {
            Map<String, Object> headers = new HashMap<>(wrong);
            headers.put(WechatMaterialConstants.MEDIA_ID, "old");
            headers.put(WechatMaterialConstants.URL, "old");
            Exchange result = wechat.upload("wechat-material:default", "no media", headers);

            assertThat(result.getException()).isNotNull();
            assertThat(result.getMessage().getHeaders()).isEqualTo(wrong);
        }
    }

    @Test
    void headersOfTheOldBodyGoWithIt() {
        Map<String, Object> headers = Map.of("content-type", "image/png", "Content-Length", 5, "Content-Encoding", "gzip");
        Exchange uploaded = wechat.upload("wechat-material:default", Samples.png(), headers);
        assertThat(uploaded.getMessage().getHeaders()).doesNotContainKeys("Content-Type", "Content-Length", "Content-Encoding");

        Map<String, Object> asking = new HashMap<>(headers);
        asking.put(WechatMaterialConstants.MEDIA_ID, stored().mediaId());
        Exchange fetched = wechat.upload("wechat-material:default?operation=getMaterial", "ask", asking);
        assertThat(fetched.getMessage().getHeaders()).containsEntry("Content-Type", "image/png")
                .doesNotContainKeys("Content-Length", "Content-Encoding");
        Exchange deleted = wechat.upload("wechat-material:default?operation=delMaterial", "ask", asking);
        assertThat(deleted.getMessage().getHeaders()).containsAllEntriesOf(headers);
        Exchange failed = wechat.upload("wechat-material:default?operation=getMaterial", "ask", asking);
        assertThat(failed.getException()).isNotNull();
        assertThat(failed.getMessage().getHeaders()).containsAllEntriesOf(headers);
    }

    @Test
    void noHeaderOfTheMessageGoesIntoTheRequest() {
        wechat.upload("wechat-material:default", Samples.png(), Map.of(
                "Authorization", "Bearer x", "Content-Type", "text/evil", "Host", "evil.example", "X-Mine", "1",
                "Transfer-Encoding", "chunked", Exchange.HTTP_URI, "http://evil.example", Exchange.HTTP_QUERY, "a=b",
                "CamelHttpMethod", "DELETE"));

        assertThat(wechat.onlyUpload().method()).isEqualTo("POST");
        assertThat(wechat.onlyUpload().query()).matches("access_token=[^&]+&type=image");
        assertThat(wechat.onlyUpload().header("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(wechat.simulator().journal().entries()).hasSize(2).allSatisfy(entry -> assertThat(entry.headers())
                .containsOnlyKeys("Host", "Content-Length", "Content-Type", "User-Agent", "Connection"));
    }
}
