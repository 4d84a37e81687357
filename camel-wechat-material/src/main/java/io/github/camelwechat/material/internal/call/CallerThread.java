package io.github.camelwechat.material.internal.call;

/**
 * The thread that begins a call, for as long as it does so: stages that run at once run on it, and it may wait for a
 * host name to be looked up. Those that run later run on threads that others need.
 */
public final class CallerThread implements AutoCloseable {

    private final Thread caller = Thread.currentThread();
    private volatile boolean beginning = true;

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
