package io.github.camelwechat.material.internal.operation;

import java.util.Set;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import org.apache.camel.Exchange;

/**
 * Fetches a material: the bytes of a picture, voice or thumb, the description of a video or news. The answer is spooled
 * whole before the call ends.
 */
final class GetMaterial implements Operation {

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.getMaterial;
    }

    @Override
    public Set<String> results() {
        return Set.of(WechatMaterialConstants.URL, WechatMaterialConstants.FILE_NAME);
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        String mediaId = new TextHeaders(exchange.getMessage()).mediaId(constant());
        SpoolFolder folder = run.spoolFolder();
        // here, and not when the first bytes come, on an I/O thread
        folder.prepare(constant().name());
        return run.begin(() -> run.client().getMaterial(mediaId, () -> new Download(folder)));
    }
}
