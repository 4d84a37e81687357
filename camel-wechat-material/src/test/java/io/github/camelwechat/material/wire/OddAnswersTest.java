package io.github.camelwechat.material.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.result.AccountReport;
import io.github.camelwechat.material.result.AccountReport.Library;
import io.github.camelwechat.material.result.AccountReport.Quota;
import io.github.camelwechat.material.result.MaterialItem;
import io.github.camelwechat.material.result.MaterialPage;
import io.github.camelwechat.material.result.NewsMaterial;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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
    void fieldsOfAnUnexpectedAnswerAreNotLost() throws Exception {
        UnexpectedAnswerException failure = (UnexpectedAnswerException) ask("getMaterialCount",
                "{\"thumb_media_id\":\"THUMB\",\"created_at\":1672500000,\"a\\u202eb\":[1],\"echo\":\"access_token=T&x\","
                                                                                                + "\"new_token\":\"N\",\"id\":\"1\",\"id\":\"2\"}")
                .getException();

        assertThat(failure).hasMessage(
                "getMaterialCount: the answer has no image_count; it has the fields thumb_media_id, created_at, a b,"
                                       + " echo, new_token, id. getFields() tells their values.");
        assertThat(failure.getFields()).containsExactly(
                entry("thumb_media_id", "THUMB"), entry("created_at", "1672500000"), entry("echo", "access_token=xxxxxx&x"),
                entry("new_token", "xxxxxx"), entry("id", "1"), entry("id#2", "2"));
    }

    @Test
    void fieldsInsideAnObjectAreNotLost() throws Exception {
        UnexpectedAnswerException failure = (UnexpectedAnswerException) ask("getMaterialCount",
                "{\"code\":0,\"data\":{\"media_id\":\"M\",\"list\":[{\"a\":1}],\"more\":{\"url\":\"http://u\",\"token\":\"N\",\"no\":null}},"
                                                                                                + "\"ok\":true}")
                .getException();

        assertThat(failure).hasMessageContaining("it has the fields code, data, ok.");
        assertThat(failure.getFields()).containsExactly(
                entry("code", "0"), entry("ok", "true"), entry("data.media_id", "M"), entry("data.more.url", "http://u"),
                entry("data.more.token", "xxxxxx"));
    }

    @Test
    void fieldsAreBoundedInNumberAndLength() throws Exception {
        StringBuilder answer = new StringBuilder("{");
        for (int i = 0; i < 50; i++) {
            answer.append("\"").append("n".repeat(60)).append(i).append("\":\"").append("v".repeat(5000)).append("\",");
            answer.append("\"f").append(i).append("\":").append("9".repeat(900)).append(",");
        }
        UnexpectedAnswerException failure = (UnexpectedAnswerException) ask(
                "getMaterialCount", answer.substring(0, answer.length() - 1) + "}").getException();

        assertThat(failure.getMessage()).hasSizeLessThan(2000);
        assertThat(failure.getFields().toString()).hasSizeLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"total_count\":5}", "{\"items\":[],\"total_count\":5}", "{\"item\":null,\"total_count\":5,\"item_count\":3}",
            "{\"item\":[],\"total_count\":5,\"item_count\":5}", "{\"item\":[{}],\"total_count\":5}",
            "{\"item\":[{\"media_id\":null}],\"total_count\":5}", "{\"item\":[{\"media_id\":\" \"}],\"total_count\":5}",
            "{\"item\":[{\"media_id\":\"M\",\"update_time\":1e1000000000}],\"total_count\":5}" })
    void pageThatHasLostItemsIsNoPage(String answer) throws Exception {
        assertThat(ask("batchGetMaterial", answer).getException()).isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageNotContaining("is not a JSON object");
    }

    @Test
    void pageWithoutAnItemCountCountsItsItems() throws Exception {
        MaterialPage page = ask("batchGetMaterial", "{\"item\":[{\"media_id\":\"M\"},{\"media_id\":\"N\"}],\"total_count\":5}")
                .getMessage().getBody(MaterialPage.class);

        assertThat(page.itemCount()).isEqualTo(2);
        assertThat(page.items()).hasSize(2);
    }

    @Test
    void pageAfterTheEndMayLackItsList() throws Exception {
        MaterialPage page = ask("batchGetMaterial", "{\"total_count\":5,\"item_count\":0}")
                .getMessage().getBody(MaterialPage.class);

        assertThat(page.items()).isEmpty();
    }

    @Test
    void newsKeepTheirRawControlCharacters() throws Exception {
        assertThat(ask("getMaterial", "{\"news_item\":[{\"content\":\"a\u0001\tb\nc\"}]}").getMessage()
                .getBody(NewsMaterial.class).items().get(0).content()).isEqualTo("a\u0001\tb\nc");
    }

    @Test
    void flagThatIsAListSpoilsNothingAfterIt() throws Exception {
        assertThat(ask("getMaterial", "{\"news_item\":[{\"show_cover_pic\":[{\"title\":\"a\"}]}]}").getException())
                .isInstanceOf(UnexpectedAnswerException.class).hasMessageContaining("not the fields");
        assertThat(ask("getMaterial", "{\"news_item\":[{\"show_cover_pic\":1e1000000000}]}").getMessage()
                .getBody(NewsMaterial.class).items().get(0).showCoverPic()).isTrue();
    }

    @Test
    void tokenInTheAnswerIsNotShownByItsErrmsg() throws Exception {
        assertThat(ask("getMaterialCount", "{\"errcode\":45009,\"errmsg\":\"of PLANTED-new-token-1\","
                                           + "\"access_token\":\"PLANTED-new-token-1\"}")
                .getException()).hasMessageContaining("of xxxxxx");
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

    @Test
    void fullLibraryHasNoRoomAndAnAdvice() throws Exception {
        AccountReport report = ask("checkAccount",
                "{\"voice_count\":1000,\"video_count\":999,\"image_count\":99000,\"news_count\":1001,\"total_count\":0,"
                                                   + "\"item\":[],\"quota\":{\"daily_limit\":5000000000,\"used\":\"1\",\"remain\":4999999999}}")
                .getMessage().getBody(AccountReport.class);

        String delete = "Delete material that is no longer needed.";
        assertThat(report.library()).containsExactly(
                new Library("voice", 1_000, 0, delete), new Library("video", 999, 1, null),
                new Library("image", 99_000, 0, delete), new Library("news", 1_001, 0, delete));
        assertThat(report.interfaces().get(0).quota()).isEqualTo(new Quota(5_000_000_000L, 1, 4_999_999_999L));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", ",\"quota\":5", ",\"quota\":{\"daily_limit\":5,\"used\":-1,\"remain\":6}",
            ",\"quota\":{\"daily_limit\":5,\"used\":1,\"remain\":\"many\"}" })
    void quotaWithoutItsCountsIsNotKnown(String quota) throws Exception {
        AccountReport report = ask("checkAccount", "{\"image_count\":1,\"total_count\":0,\"item\":[]" + quota + "}")
                .getMessage().getBody(AccountReport.class);

        assertThat(report.interfaces()).hasSize(6).allSatisfy(one -> {
            assertThat(one.quota()).isNull();
            assertThat(one.advice()).contains("The quota is not known: getApiQuota: the answer has no count as quota.");
        });
    }

    @Test
    void checkListsOnePictureAndAsksForTheQuotaOfEachInterface() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.lastAnswer("{\"image_count\":1,\"total_count\":0,\"item\":[]}");
        }); DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("wechat-material", new WechatMaterialComponent());
            context.start();
            context.createFluentProducerTemplate()
                    .to("wechat-material:wx?accessToken=T&type=news&operation=checkAccount&apiUrl=" + server.url()).send();

            List<String> bodies = server.requests().stream()
                    .map(request -> new String(request.body(), StandardCharsets.UTF_8)).toList();
            assertThat(bodies).hasSize(8);
            assertThat(bodies.get(1)).contains("\"type\":\"image\"", "\"offset\":0").containsPattern("\"count\":1[,}]");
            assertThat(bodies.subList(2, 8)).containsExactly(
                    "{\"cgi_path\":\"/cgi-bin/material/add_material\"}", "{\"cgi_path\":\"/cgi-bin/media/uploadimg\"}",
                    "{\"cgi_path\":\"/cgi-bin/material/get_material\"}", "{\"cgi_path\":\"/cgi-bin/material/del_material\"}",
                    "{\"cgi_path\":\"/cgi-bin/material/get_materialcount\"}",
                    "{\"cgi_path\":\"/cgi-bin/material/batchget_material\"}");
        }
    }
}
