package io.github.camelwechat.material.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;

/** A GET: it is out as soon as its head is. It changes nothing, so it may always be sent again. */
final class BodilessRequest implements Outgoing {

    private enum Stage {
        OPEN,
        HANDED_OVER,
        PREVENTED
    }

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPEN);

    @Override
    public boolean hasStarted() {
        return false;
    }

    @Override
    public boolean prevent() {
        return stage.compareAndSet(Stage.OPEN, Stage.PREVENTED) || isPrevented();
    }

    @Override
    public boolean isPrevented() {
        return stage.get() == Stage.PREVENTED;
    }

    @Override
    public AsyncRequestProducer with(HttpRequest head) {
        return new BasicRequestProducer(head, null) {
            @Override
            public void sendRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
                if (!stage.compareAndSet(Stage.OPEN, Stage.HANDED_OVER)) {
                    throw new InterruptedIOException("The request was cancelled");
                }
                super.sendRequest(channel, context);
            }
        };
    }
}
