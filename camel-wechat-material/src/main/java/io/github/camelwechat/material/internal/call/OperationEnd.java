package io.github.camelwechat.material.internal.call;

import java.time.Duration;

import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;

/**
 * The end of an operation.
 *
 * @param operation by the name that an endpoint calls it by
 * @param account   by the name of the endpoint
 * @param media     of the operation; without what is not known where a check has refused it
 * @param time      from the arrival of the exchange on
 * @param result    null where there is none, or it is no record
 * @param failure   null for success
 */
public record OperationEnd(
        String operation, String account, MediaInfo media, Duration time, @Nullable WechatMaterialResult result,
        @Nullable Throwable failure) {
}
