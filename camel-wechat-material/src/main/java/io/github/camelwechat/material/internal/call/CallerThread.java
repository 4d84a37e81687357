package io.github.camelwechat.material.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * The thread that begins a call, for as long as it does so: stages that run at once run on it, and it may wait for a
 * host name to be looked up. Those that run later run on threads that others need.
 */
public final class CallerThread implements AutoCloseable {

    /** Nobody who may wait. */
    public static final CallerThread NONE = new CallerThread(null);

    private final @Nullable Thread caller;
    private volatile boolean beginning = true;

    private CallerThread(@Nullable Thread caller) {
        this.caller = caller;
    }

    /** Marks the current thread as the caller. */
    public static CallerThread begin() {
        return new CallerThread(Thread.currentThread());
    }

    /** Returns whether the current thread is the caller, who is still beginning the call. */
    public boolean isHere() {
        return beginning && Thread.currentThread() == caller;
    }

    /** Marks that the caller goes on with something else. */
    @Override
    public void close() {
        beginning = false;
    }
}
