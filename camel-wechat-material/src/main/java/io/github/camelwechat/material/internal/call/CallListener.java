package io.github.camelwechat.material.internal.call;

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
}
