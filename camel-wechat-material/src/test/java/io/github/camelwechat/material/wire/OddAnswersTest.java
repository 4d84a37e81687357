package io.github.camelwechat.material.wire;

import java.util.Map;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.result.MaterialItem;
import io.github.camelwechat.material.result.MaterialPage;
import io.github.camelwechat.material.result.NewsMaterial;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that are WeChat's, but not as its pages show them. */
class OddAnswersTest {

    private static Exchange ask(String operation, String answer) throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.lastAnswer(answer);
        }); DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("wechat-material", new WechatMaterialComponent());
            context.start();
            return context.createFluentProducerTemplate().withHeader(WechatMaterialConstants.MEDIA_ID, "M")
                    .to("wechat-material:wx?accessToken=T&type=news&operation=" + operation + "&apiUrl=" + server.url()).send();
        }
    }

    @Test
    void aPageOfNewsMayHaveManyMegabytes() throws Exception {
        String article = "{\"title\":\"t\",\"content\":\"" + "骆".repeat(20_000) + "\"},";
        String item = "{\"media_id\":\"M\",\"content\":{\"news_item\":[" + article.repeat(7)
                      + article.substring(0, article.length() - 1) + "]},\"update_time\":1},";
        Exchange result = ask("batchGetMaterial", "{\"item\":[" + item.repeat(19) + item.substring(0, item.length() - 1)
                                                  + "],\"total_count\":20,\"item_count\":20}");

        assertThat(result.getException()).isNull();
        assertThat(result.getMessage().getBody(MaterialPage.class).items()).hasSize(20)
                .allSatisfy(news -> assertThat(news.content().items()).hasSize(8));
    }

    @Test
    void andSoMayNews() throws Exception {
        Exchange result = ask(
                "getMaterial", "{\"news_item\":[{\"title\":\"t\",\"content\":\"" + "x".repeat(5 << 20) + "\"}]}");

        assertThat(result.getMessage().getBody(NewsMaterial.class).items().get(0).content()).hasSize(5 << 20);
    }

    @Test
    void flagsMayBeTextsAndItemsMissing() throws Exception {
        Exchange result = ask("getMaterial",
                "{\"news_item\":[null,{\"title\":\"t\",\"show_cover_pic\":\"1\",\"need_open_comment\":\"\","
                                             + "\"only_fans_can_comment\":null},{\"show_cover_pic\":0}]}");

        NewsMaterial news = result.getMessage().getBody(NewsMaterial.class);
        assertThat(news.items()).hasSize(2);
        assertThat(news.items().get(0).showCoverPic()).isTrue();
        assertThat(news.items().get(0).needOpenComment()).isFalse();
        assertThat(news.items().get(1).showCoverPic()).isFalse();
    }

    @Test
    void anErrcodeThatIsNoNumberIsNoSuccess() throws Exception {
        assertThat(ask("delMaterial", "{\"errcode\":\"40001x\",\"errmsg\":\"?\"}").getException())
                .isInstanceOf(UnexpectedAnswerException.class);
        assertThat(ask("delMaterial", "{\"errcode\":\"0\",\"errmsg\":\"ok\"}").getException()).isNull();
    }

    @Test
    void theItemsOfAPageConvertOneByOne() throws Exception {
        MaterialItem item = ask("batchGetMaterial", "{\"item\":[{\"media_id\":\"M\",\"name\":\"a.png\",\"update_time\":\"5\"}],"
                                                    + "\"total_count\":\"1\",\"item_count\":1}")
                .getMessage().getBody(MaterialPage.class).items().get(0);

        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            assertThat(context.getTypeConverter().convertTo(String.class, item))
                    .isEqualTo("{\"media_id\":\"M\",\"name\":\"a.png\",\"update_time\":5}");
            assertThat(context.getTypeConverter().convertTo(Map.class, item).get("name")).isEqualTo("a.png");
        }
    }
}
