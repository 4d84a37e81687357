package io.github.camelwechat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.library.DraftArticle;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes of the page on drafts. */
class DraftsPageTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path articles;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private String cover = "";

    @BeforeEach
    void start() throws Exception {
        DemoAccount.addTo(context, wechat);
        context.start();
        cover = context.createFluentProducerTemplate().to("wechat-material:default?fileName=cover.png").withBody(Pictures.png())
                .send().getMessage().getHeader(WechatMaterialConstants.MEDIA_ID, String.class);
        Properties properties = new Properties();
        properties.setProperty("articles", articles.toString());
        properties.setProperty("cover", cover);
        context.getPropertiesComponent().setLocation("classpath:drafts/drafts.properties");
        context.getPropertiesComponent().setOverrideProperties(properties);
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    private DraftArticle article(int index) {
        return wechat.library("wxdemo").drafts().all().get(0).articles().get(index);
    }

    @Test
    void fileBecomesADraft() throws Exception {
        Files.writeString(articles.resolve("骆驼.html"), "<p>沙漠</p>");

        context.addRoutes(new DraftRoutes());

        await().untilAsserted(() -> assertThat(articles.resolve(".camel/骆驼.html")).exists());
        assertThat(article(0).title()).isEqualTo("骆驼");
        assertThat(article(0).content()).isEqualTo("<p>沙漠</p>");
        assertThat(article(0).thumbMediaId()).isEqualTo(cover);
    }

    @Test
    void recordsBecomeOneDraft() throws Exception {
        context.addRoutes(new DraftRoutes());

        assertThat(context.createFluentProducerTemplate().to("direct:two-articles")
                .withHeader(WechatMaterialConstants.MEDIA_ID, cover).send().getException()).isNull();

        assertThat(article(0).title()).isEqualTo("First");
        assertThat(article(0).author()).isEqualTo("Zhang San");
        assertThat(article(1).imageMediaIds()).containsExactly(cover);
    }
}
