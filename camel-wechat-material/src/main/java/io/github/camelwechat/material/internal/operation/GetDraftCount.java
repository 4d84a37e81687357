package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import org.apache.camel.Exchange;

/** Asks how many drafts there are. */
final class GetDraftCount implements Operation {

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.getDraftCount;
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        return run.begin(() -> run.drafts().getDraftCount().map(Outcome.Result::new));
    }
}
