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
                .setBody(exchange -> List.of(
                        DraftArticle.news("First", "<p>one</p>", exchange.getMessage().getHeader("cover", String.class)),
                        DraftArticle.newspic("Second", "a text",
                                List.of(exchange.getMessage().getHeader("cover", String.class)))))
                .to("wechat-material:default?operation=addDraft");
    }
}
