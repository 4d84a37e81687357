package io.github.camelwechat.material.wire;

import java.util.concurrent.atomic.AtomicReference;

/** A server that takes forms apart with a parser that is not ours, and answers as WeChat does. */
abstract class FormServer implements AutoCloseable {

    private final AtomicReference<Form> received = new AtomicReference<>();

    /** The form as the parser understands it. */
    record Form(String fileName, String contentType, byte[] media, String description) {
    }

    abstract String url();

    final void received(Form form) {
        received.set(form);
    }

    final Form form() {
        return received.get();
    }

    @Override
    public abstract void close();
}
