package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * A GET: it is out as soon as its head is, which is looked at and not claimed. It changes nothing, so it does no harm
 * if it goes out after all, or twice.
 */
final class BodilessRequest implements SendProgress {

    private volatile @Nullable HttpClientContext context;
    private volatile boolean aborted;

    @Override
    public void begin() {
        // there is no body
    }

    @Override
    public void abandon() {
        // nothing is held
    }

    @Override
    public boolean lacksBody() {
        return false;
    }

    @Override
    public boolean hasStarted() {
        return false;
    }

    @Override
    public boolean tryAbort() {
        HttpClientContext begun = context;
        if (begun == null || !SendProgress.isOnTheWire(begun)) {
            aborted = true;
        }
        return aborted;
    }

    @Override
    public boolean isAborted() {
        return aborted;
    }

    @Override
    public AsyncRequestProducer with(HttpRequest head, HttpClientContext context) {
        this.context = context;
        return new BasicRequestProducer(head, null) {
            @Override
            public void sendRequest(RequestChannel channel, HttpContext any) throws HttpException, IOException {
                if (aborted) {
                    throw new InterruptedIOException("The request was cancelled");
                }
                super.sendRequest(channel, any);
            }
        };
    }
}
