package io.github.camelwechat.material.internal.platform;

import java.io.OutputStream;
import java.io.PrintStream;

/** Counts what this thread writes to the JVM's error stream until it is closed: a hostile sender would fill the log. */
final class ErrorStream extends OutputStream implements AutoCloseable {

    private final PrintStream before = System.err;
    private final Thread watched = Thread.currentThread();
    private int written;

    private ErrorStream() {
    }

    static ErrorStream watch() {
        ErrorStream stream = new ErrorStream();
        System.setErr(new PrintStream(stream, true));
        return stream;
    }

    int written() {
        return written;
    }

    @Override
    public void write(int b) {
        written += Thread.currentThread() == watched ? 1 : 0;
        before.write(b);
    }

    @Override
    public void flush() {
        before.flush();
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
