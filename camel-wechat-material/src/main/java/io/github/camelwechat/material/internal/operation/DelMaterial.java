package io.github.camelwechat.material.internal.operation;

import java.util.Set;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import org.apache.camel.Exchange;

/** Deletes a material for good. */
final class DelMaterial implements Operation {

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.delMaterial;
    }

    @Override
    public boolean isDeleting() {
        return true;
    }

    @Override
    public Set<String> results() {
        return Set.of(WechatMaterialConstants.URL);
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        String mediaId = new TextHeaders(exchange.getMessage()).mediaId(constant());
        return run.begin(() -> run.client().delMaterial(mediaId));
    }
}
