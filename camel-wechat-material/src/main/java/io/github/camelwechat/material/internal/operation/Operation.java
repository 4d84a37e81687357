package io.github.camelwechat.material.internal.operation;

import java.util.Set;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.Outcome;
import org.apache.camel.Exchange;

/** One thing that a message can ask for. Stateless, so thread-safe. */
public interface Operation {

    /** The constant that stands for it. */
    WechatMaterialOperations constant();

    /**
     * Reads the message and hands the request on, without waiting for anything but the bytes of an upload.
     *
     * @throws RuntimeException when nothing was handed on: an {@code IllegalArgumentException} for what a header says,
     *                          a {@code WechatMaterialException} for the body or the account
     */
    Call<Outcome> begin(Exchange exchange, EndpointOptions options, OperationRun run);

    /** Returns whether it takes the body, and closes it. */
    default boolean isUpload() {
        return false;
    }

    /** Returns whether it stores or deletes something. */
    default boolean isChanging() {
        return isUpload() || isDeleting();
    }

    /** Returns whether what it takes away is gone for good. */
    default boolean isDeleting() {
        return false;
    }

    /** The headers in which an earlier result must not pass for the result of this operation if it fails. */
    default Set<String> results() {
        return Set.of(WechatMaterialConstants.MEDIA_ID, WechatMaterialConstants.URL);
    }
}
