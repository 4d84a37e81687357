package io.github.camelwechat.material;

import java.nio.charset.StandardCharsets;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Loads a route that uploads a video, and sees it do so. */
abstract class VideoRouteTest {

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @BeforeEach
    void account() {
        wechat.account("brand-a", Wechat.APP, Wechat.SECRET);
    }

    void load(String name, String route) throws Exception {
        Resource resource = ResourceHelper.fromBytes(name, route.getBytes(StandardCharsets.UTF_8));
        PluginHelper.getRoutesLoader(wechat.context()).loadRoutes(resource);
    }

    void uploadsAVideo() {
        Exchange result = wechat.send("direct:in", exchange -> exchange.getMessage().setBody(SmallMedia.mp4()));

        assertThat(result.getException()).isNull();
        assertThat(wechat.simulator().library(Wechat.APP).materials()).hasSize(1)
                .allSatisfy(video -> assertThat(video.title()).isEqualTo("骆驼"))
                .allSatisfy(video -> assertThat(video.introduction()).isEqualTo("介绍"));
    }
}
