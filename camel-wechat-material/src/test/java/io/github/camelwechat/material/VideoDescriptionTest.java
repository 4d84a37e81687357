package io.github.camelwechat.material;

import java.util.Map;

import io.github.camelwechat.simulator.library.Material;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Title and introduction, which a video carries and nothing else does. */
class VideoDescriptionTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.plainAccount();
    }

    private Material video(String options, Map<String, Object> headers) {
        Exchange result = wechat.upload("wechat-material:default" + options, SmallMedia.mp4(), headers);
        assertThat(result.getException()).isNull();
        return wechat.simulator().library(Wechat.APP).materials().get(0);
    }

    @Test
    void theHeaderComesFirst() {
        wechat.configuration().setTitle("component");
        Material video = video("?title=endpoint&introduction=endpoint", Map.of(
                WechatMaterialConstants.TITLE, "标题 \"one\"", WechatMaterialConstants.INTRODUCTION, "介绍\nline two"));

        assertThat(video.title()).isEqualTo("标题 \"one\"");
        assertThat(video.introduction()).isEqualTo("介绍\nline two");
    }

    @Test
    void thenTheEndpoint() {
        wechat.configuration().setTitle("component");
        wechat.configuration().setIntroduction("component");
        Material video = video("?title=endpoint&introduction=other", Map.of());

        assertThat(video.title()).isEqualTo("endpoint");
        assertThat(video.introduction()).isEqualTo("other");
    }

    @Test
    void thenTheComponent() {
        wechat.configuration().setTitle("component");
        wechat.configuration().setIntroduction("other");
        Material video = video("", Map.of());

        assertThat(video.title()).isEqualTo("component");
        assertThat(video.introduction()).isEqualTo("other");
    }

    @Test
    void lastlyTheFilesNameAndNoIntroduction() {
        Material video = video("", Map.of(Exchange.FILE_NAME, "films/骆驼.v2.mp4"));

        assertThat(video.title()).isEqualTo("骆驼.v2");
        assertThat(wechat.onlyUpload().upload().description()).isEqualTo("{\"title\":\"骆驼.v2\",\"introduction\":\"\"}");
    }

    /** WeChat refuses an empty title with a text that does not speak of it. */
    @Test
    void anEmptyTitleIsNone() {
        assertThat(video("", Map.of(Exchange.FILE_NAME, "camel.mp4", WechatMaterialConstants.TITLE, " ")).title())
                .isEqualTo("camel");
    }

    @Test
    void anythingElseCarriesNone() {
        wechat.upload("wechat-material:default?title=T&introduction=I", SmallMedia.amr(), Map.of());

        assertThat(wechat.onlyUpload().upload().description()).isNull();
    }
}
