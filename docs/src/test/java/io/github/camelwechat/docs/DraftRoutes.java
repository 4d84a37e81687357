package io.github.camelwechat.docs;

import java.util.List;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.result.DraftArticle;
import org.apache.camel.builder.RouteBuilder;

/** HTML files become drafts, and records do. */
public class DraftRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{articles}}?include=.*[.]html&moveFailed=.failed")
                .setHeader(WechatMaterialConstants.TITLE, simple("${file:name.noext}"))
                .setHeader(WechatMaterialConstants.THUMB_MEDIA_ID, simple("{{cover}}"))
                .to("wechat-material:default?operation=addDraft")
                .log("${file:name}: ${header.CamelWechatMaterialMediaId}");

        from("direct:two-articles")
                .process(exchange -> {
                    String picture = exchange.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID, String.class);
                    exchange.getMessage().setBody(List.of(
                            DraftArticle.news("First", "<p>one</p>", picture).withAuthor("Zhang San"),
                            DraftArticle.newspic("Second", "a text beside pictures", List.of(picture))));
                })
                .to("wechat-material:default?operation=addDraft");
    }
}
