package io.github.camelwechat.material.internal.call;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call that whoever does the work ends. Thread-safe. */
public final class Promise<T extends @Nullable Object> implements Call<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Promise.class);

    private enum State {
        UNDER_WAY,
        TELLING,
        ENDED
    }

    private final BiConsumer<Promise<T>, String> aborter;
    private final Queue<BiConsumer<? super @Nullable T, ? super @Nullable Throwable>> listeners = new ArrayDeque<>(2);
    private State state = State.UNDER_WAY;
    private @Nullable T result;
    private @Nullable Throwable failure;

    /** @param aborter ends the promise that it is given, for a reason; once per abort, which may race with the end */
    public Promise(BiConsumer<Promise<T>, String> aborter) {
        this.aborter = aborter;
    }

    /** Creates a call that an abort leaves as it is. */
    Promise() {
        this((self, why) -> {
        });
    }

    /** Ends the call with its result; false if it has ended. */
    public boolean complete(T value) {
        return end(value, null);
    }

    /** Ends the call with a failure; false if it has ended. */
    public boolean fail(Throwable cause) {
        return end(null, cause);
    }

    boolean end(@Nullable T value, @Nullable Throwable cause) {
        boolean heard;
        synchronized (this) {
            if (state != State.UNDER_WAY) {
                return false;
            }
            heard = !listeners.isEmpty();
            state = heard ? State.TELLING : State.ENDED;
            result = value;
            failure = cause;
        }
        if (heard) {
            try {
                Nesting.run(this::tellAll);
            } catch (Throwable e) {
                // no memory for that, most likely: nobody else would tell them
                tellAll();
            }
        }
        return true;
    }

    @Override
    public void listen(BiConsumer<? super @Nullable T, ? super @Nullable Throwable> listener) {
        synchronized (this) {
            if (state != State.ENDED) {
                // the thread that tells the others tells this one after them
                listeners.add(listener);
                return;
            }
        }
        Nesting.run(() -> tell(listener));
    }

    private void tellAll() {
        for (BiConsumer<? super @Nullable T, ? super @Nullable Throwable> next = next(); next != null; next = next()) {
            tell(next);
        }
    }

    private synchronized @Nullable BiConsumer<? super @Nullable T, ? super @Nullable Throwable> next() {
        BiConsumer<? super @Nullable T, ? super @Nullable Throwable> next = listeners.poll();
        if (next == null) {
            state = State.ENDED;
        }
        return next;
    }

    private void tell(BiConsumer<? super @Nullable T, ? super @Nullable Throwable> listener) {
        try {
            listener.accept(result, failure);
        } catch (Throwable e) {
            // the thread is not the listener's, and others are to be told
            log(e);
        }
    }

    private static void log(Throwable failure) {
        try {
            LOG.error("A listener of a call failed", failure);
        } catch (Throwable e) {
            // no memory, or no stack, left for that
        }
    }

    @Override
    public void abort(String why) {
        synchronized (this) {
            if (state != State.UNDER_WAY) {
                return;
            }
        }
        aborter.accept(this, why);
    }

    @Override
    public synchronized boolean isEnded() {
        return state == State.ENDED;
    }

    /**
     * Listeners inside listeners on one thread: a listener may end another call, which has listeners too. At the
     * greatest depth they are postponed until the outermost one has returned, so that no chain of calls overflows the
     * stack.
     */
    private static final class Nesting {

        private static final int MAX_DEPTH = 32;
        private static final ThreadLocal<@Nullable Nesting> OF_THREAD = new ThreadLocal<>();

        private final Queue<Runnable> postponed = new ArrayDeque<>(2);
        private int depth = 1;

        private Nesting() {
        }

        /** Runs a task on this thread: now, or after the outermost task. Keeps the order of postponed tasks. */
        static void run(Runnable task) {
            Nesting nesting = OF_THREAD.get();
            if (nesting == null) {
                new Nesting().runOutermost(task);
            } else if (nesting.depth == MAX_DEPTH || !nesting.postponed.isEmpty()) {
                nesting.postponed.add(task);
            } else {
                nesting.depth++;
                try {
                    task.run();
                } finally {
                    nesting.depth--;
                }
            }
        }

        private void runOutermost(Runnable task) {
            OF_THREAD.set(this);
            try {
                for (Runnable next = task; next != null; next = postponed.poll()) {
                    next.run();
                }
            } finally {
                OF_THREAD.remove();
            }
        }
    }
}
