package io.github.camelwechat.material.internal.call;

import java.time.Duration;

import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;

/**
 * Hears of calls to WeChat, token calls included, and of operations. It is told on threads that others need, so it must
 * not wait; of several threads at a time. What it throws is logged, and changes nothing. Nothing that it is told has a
 * secret in it.
 */
public interface CallListener {

    /** Hears of a call that has its authorization, and waits for its turn. */
    default void queued(CallInfo call) {
        // most have no use for it
    }

    /** Hears that the request goes out. */
    default void sent(CallInfo call) {
        // most have no use for it
    }

    /** Hears that the call has ended, whether it was sent or not. */
    default void ended(CallEnd call) {
        // some hear of operations only
    }

    /**
     * Hears that an operation has ended, also where nothing was sent: once for each exchange that has an operation and
     * an open account.
     */
    default void completed(OperationEnd operation) {
        // some hear of calls only
    }

    /**
     * One attempt at a call.
     *
     * @param called  the interface
     * @param account a name by which endpoints use it
     * @param media   of the call
     * @param attempt from 1 on; a second one has another token
     */
    record CallInfo(WechatInterface called, String account, MediaInfo media, int attempt) {
    }

    /**
     * The end of an attempt.
     *
     * @param call      the attempt
     * @param inQueue   until the request went out, or the call ended without
     * @param onTheWire from then on; zero where nothing was sent
     * @param result    null where there is none, or it is no record
     * @param failure   null for success
     */
    record CallEnd(
            CallInfo call, Duration inQueue, Duration onTheWire, @Nullable WechatMaterialResult result,
            @Nullable Throwable failure) {
    }

    /**
     * Material of a call, as listeners are told of it.
     *
     * @param fileName as it is sent; null for none
     * @param type     of the material, by WeChat's name; null for none
     * @param bytes    to be sent; 0 for none
     */
    record MediaInfo(@Nullable String fileName, @Nullable String type, long bytes) {

        /** Of a call without material. */
        public static final MediaInfo NONE = new MediaInfo(null, null, 0);
    }

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
    record OperationEnd(
            String operation, String account, MediaInfo media, Duration time, @Nullable WechatMaterialResult result,
            @Nullable Throwable failure) {
    }
}
