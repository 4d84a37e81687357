package io.github.camelwechat.material.internal.operation;

import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.article.ArticleRule;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import org.apache.camel.Exchange;

/** Puts an article in the place of one of a draft. */
final class UpdateDraft implements Operation {

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.updateDraft;
    }

    @Override
    public boolean isUpload() {
        return true;
    }

    @Override
    public Set<String> results() {
        return Set.of(WechatMaterialConstants.URL);
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        // first, as it closes the body, also where a header is wrong
        ObjectNode article = new MessageArticles(exchange, options).readOne(constant());
        TextHeaders headers = new TextHeaders(exchange.getMessage());
        String mediaId = headers.draftId(constant());
        int index = headers.number(WechatMaterialConstants.INDEX, 0, 0, ArticleRule.MOST_ARTICLES - 1);
        return run.begin(() -> run.drafts().updateDraft(mediaId, index, article));
    }
}
