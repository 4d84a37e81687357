package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import org.apache.camel.Exchange;

/** Asks how much is in the library. */
final class GetMaterialCount implements Operation {

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.getMaterialCount;
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        return run.begin(() -> run.client().getMaterialCount().map(Outcome.Result::new));
    }
}
