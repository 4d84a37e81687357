package io.github.camelwechat.docs;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.library.Material;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes of the page on the real API: a first call, and a clean-up that deletes what was for a try only. */
class RealApiRoutesTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        DemoAccount.addTo(context, wechat);
        context.addRoutes(new CleanUpRoutes());
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    @Test
    void whatSomebodyElseHasUploadedStays() {
        for (String name : List.of("try-1.png", "cover.png", "try-2.png")) {
            upload(name);
        }
        assertThat(wechat.library("wxdemo").materials()).hasSize(3);

        assertThat(context.createFluentProducerTemplate().to("direct:clean-up").send().getException()).isNull();

        assertThat(wechat.library("wxdemo").materials()).extracting(Material::name).containsExactly("cover.png");
    }

    @Test
    void whatIsOlderThanTheNewestTwentyIsReachedByAnOffset() {
        upload("try-1.png");
        for (int number = 1; number <= 20; number++) {
            upload("cover-" + number + ".png");
        }

        context.createFluentProducerTemplate().to("direct:clean-up").send();
        assertThat(wechat.library("wxdemo").materials()).extracting(Material::name).contains("try-1.png");

        context.createFluentProducerTemplate().to("direct:clean-up").withHeader("CamelWechatMaterialOffset", 20).send();
        assertThat(wechat.library("wxdemo").materials()).hasSize(20).extracting(Material::name).doesNotContain("try-1.png");
    }

    @Test
    void theFirstCallSaysWhatIsInTheLibrary() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        context.getCamelContextExtension().addLogListener((exchange, logger, message) -> {
            said.add(message);
            return message;
        });

        context.addRoutes(new CountRoute());

        await().untilAsserted(() -> assertThat(said)
                .containsExactly("{\"voice_count\":0,\"video_count\":0,\"image_count\":0,\"news_count\":0}"));
    }

    private void upload(String name) {
        context.createFluentProducerTemplate().to("wechat-material:default?fileName=" + name).withBody(Pictures.png()).send();
    }
}
