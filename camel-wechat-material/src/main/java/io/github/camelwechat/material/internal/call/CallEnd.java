package io.github.camelwechat.material.internal.call;

import java.time.Duration;

import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;

/**
 * The end of an attempt.
 *
 * @param call      the attempt
 * @param inQueue   until the request went out, or the call ended without
 * @param onTheWire from then on; zero where nothing was sent
 * @param result    null where there is none, or it is no record
 * @param failure   null for success
 */
public record CallEnd(
        CallInfo call, Duration inQueue, Duration onTheWire, @Nullable WechatMaterialResult result,
        @Nullable Throwable failure) {
}
