package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.client.Outcome;
import org.apache.camel.Exchange;

/** Lists a part of the draft box. */
final class BatchGetDraft implements Operation {

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.batchGetDraft;
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        TextHeaders headers = new TextHeaders(exchange.getMessage());
        int offset = headers.number(WechatMaterialConstants.OFFSET, 0, 0, Integer.MAX_VALUE);
        int count = headers.number(WechatMaterialConstants.COUNT, MaterialClient.MAX_PAGE, 1, MaterialClient.MAX_PAGE);
        boolean noContent = headers.flag(WechatMaterialConstants.NO_CONTENT, false);
        return run.begin(() -> run.drafts().batchGetDraft(offset, count, noContent).map(Outcome.Result::new));
    }
}
