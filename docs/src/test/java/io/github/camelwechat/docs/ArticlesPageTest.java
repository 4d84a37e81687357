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

/** The route of the page on pictures of articles, and the dependency that it needs. */
class ArticlesPageTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    @TempDir
    Path articles;

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        DemoAccount.addTo(context, wechat);
        context.start();
        Properties properties = new Properties();
        properties.setProperty("articles", articles.toString());
        properties.setProperty("cover", context.createFluentProducerTemplate()
                .to("wechat-material:default?fileName=cover.png").withBody(Pictures.png()).send().getMessage()
                .getHeader(WechatMaterialConstants.MEDIA_ID, String.class));
        context.getPropertiesComponent().setLocation("classpath:articles/articles.properties");
        context.getPropertiesComponent().setOverrideProperties(properties);
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    @Test
    void fileBecomesADraftWithItsPictures() throws Exception {
        Files.write(articles.resolve("camel.png"), Pictures.png());
        Files.writeString(articles.resolve("骆驼.html"), "<p>沙漠<img src=\"camel.png\"></p>");

        context.addRoutes(new ArticleRoutes());

        await().untilAsserted(() -> assertThat(articles.resolve(".camel/骆驼.html")).exists());
        DraftArticle article = wechat.library("wxdemo").drafts().all().get(0).articles().get(0);
        assertThat(article.title()).isEqualTo("骆驼");
        assertThat(article.content()).startsWith("<p>沙漠<img src=\"" + wechat.url());
        assertThat(article.dropped()).isEmpty();
    }

    @Test
    void dependencyIsTheModule() {
        assertThat(Repository.read("docs/src/test/resources/articles/dependency.xml"))
                .contains("<artifactId>camel-wechat-material-article</artifactId>");
        assertThat(Repository.read("camel-wechat-material-article/pom.xml"))
                .contains("<artifactId>camel-wechat-material-article</artifactId>");
    }
}
