package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.UploadRule;
import org.apache.camel.Exchange;

/** Uploads a picture for the inside of articles; it does not get into the library. */
final class UploadImage implements Operation {

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.uploadImage;
    }

    @Override
    public boolean isUpload() {
        return true;
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        Media media = run.preparer().prepare(MessageMedia.orClose(exchange, () -> MessageMedia.read(
                exchange, UploadRule.ARTICLE_IMAGE, options.fileName(), options.validate())));
        return run.upload(media, () -> run.client().uploadImage(media));
    }
}
