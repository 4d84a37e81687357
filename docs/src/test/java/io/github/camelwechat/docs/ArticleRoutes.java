package io.github.camelwechat.docs;

import io.github.camelwechat.material.WechatMaterialConstants;
import org.apache.camel.builder.RouteBuilder;

/** HTML files become drafts with their pictures. */
public class ArticleRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{articles}}?include=.*[.]html&moveFailed=.failed")
                .to("wechat-material:default?operation=rewriteArticle&baseFolder={{articles}}")
                .setHeader(WechatMaterialConstants.TITLE, simple("${file:name.noext}"))
                .setHeader(WechatMaterialConstants.THUMB_MEDIA_ID, simple("{{cover}}"))
                .to("wechat-material:default?operation=addDraft")
                .log("${file:name}: draft ${header.CamelWechatMaterialMediaId}, pictures ${header.CamelWechatMaterialPictures}");
    }
}
