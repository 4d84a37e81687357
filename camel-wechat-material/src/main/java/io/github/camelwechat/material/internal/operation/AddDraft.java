package io.github.camelwechat.material.internal.operation;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import org.apache.camel.Exchange;

/** Puts articles into the draft box. */
final class AddDraft implements Operation {

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.addDraft;
    }

    @Override
    public boolean isUpload() {
        return true;
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        List<ObjectNode> articles = new MessageArticles(exchange, options).read(constant());
        return run.begin(() -> run.drafts().addDraft(articles));
    }
}
