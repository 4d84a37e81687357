package io.github.camelwechat.material.internal.call;

import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * Listeners inside listeners on one thread: a listener may end another call, which has listeners too. At the greatest
 * depth they are postponed until the outermost one has returned, so that no chain of calls overflows the stack.
 */
final class Nesting {

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
