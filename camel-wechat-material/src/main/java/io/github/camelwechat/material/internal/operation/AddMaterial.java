package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.internal.client.VideoDescription;
import io.github.camelwechat.material.internal.media.MaterialType;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.MediaRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Puts a file into the permanent library. */
final class AddMaterial implements Operation {

    private record Request(MediaRequest media, @Nullable String title, @Nullable String introduction) {
    }

    @Override
    public WechatMaterialOperations constant() {
        return WechatMaterialOperations.addMaterial;
    }

    @Override
    public boolean isUpload() {
        return true;
    }

    @Override
    public Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run) {
        Request request = MessageMedia.orClose(exchange, () -> request(exchange, options));
        Media media = run.preparer().prepare(request.media());
        return run.upload(media, () -> run.client().addMaterial(media, description(media, request)));
    }

    private static Request request(Exchange exchange, EndpointOptions options) {
        Message message = exchange.getMessage();
        return new Request(
                MessageMedia.read(exchange, options.uploadRule(message), options.fileName(), options.validate()),
                options.title(message), options.introduction(message));
    }

    private static @Nullable VideoDescription description(Media media, Request request) {
        if (!media.rule().equals(MaterialType.VIDEO.rule())) {
            return null;
        }
        String title = request.title() != null ? request.title() : baseName(media.fileName());
        return new VideoDescription(title, request.introduction() != null ? request.introduction() : "");
    }

    private static String baseName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
