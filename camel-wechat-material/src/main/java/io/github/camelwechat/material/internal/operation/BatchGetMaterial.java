package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.client.Outcome;
import org.apache.camel.Exchange;

/** Lists a part of the library. */
final class BatchGetMaterial implements Operation {

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.batchGetMaterial;
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        TextHeaders headers = new TextHeaders(exchange.getMessage());
        String type = options.listedType(exchange.getMessage());
        int offset = headers.number(WechatMaterialConstants.OFFSET, 0, 0, Integer.MAX_VALUE);
        int count = headers.number(WechatMaterialConstants.COUNT, MaterialClient.MAX_PAGE, 1, MaterialClient.MAX_PAGE);
        return run.begin(() -> run.client().batchGetMaterial(type, offset, count).map(Outcome.Result::new));
    }
}
