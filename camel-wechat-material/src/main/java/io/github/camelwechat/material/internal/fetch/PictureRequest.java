package io.github.camelwechat.material.internal.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.fetch.FetchException.Reason;
import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.internal.transport.Cancellation;
import io.github.camelwechat.material.internal.transport.Failures;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/**
 * One GET to one IP address and its answer back. It has no headers but its own. {@link #answer()} ends on an I/O
 * thread.
 */
final class PictureRequest {

    private static final String PICTURES = "image/jpeg,image/png,image/gif,image/webp;q=0.8";
    private static final String PLAIN = "identity";

    private final Promise<Answer> answer = new Promise<>((self, why) -> abort(why));
    private final FetchEngine engine;
    private final FetchAddress address;
    private final InetAddress ip;
    private final Download download;
    private final PictureConsumer consumer;
    private final Runnable released;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final HttpClientContext context;
    private final Cancellation cancellation;

    /**
     * @param ip       to connect to; nothing is looked up
     * @param released called exactly once, when the connection is gone
     */
    PictureRequest(FetchEngine engine, FetchAddress address, InetAddress ip, long maxBytes, Download download,
                   Runnable released) {
        this.engine = engine;
        this.address = address;
        this.ip = ip;
        this.download = download;
        this.released = released;
        this.consumer = new PictureConsumer(address, maxBytes, download, this::end);
        this.context = engine.newContext();
        this.cancellation = Cancellation.of(context);
    }

    Call<Answer> answer() {
        return answer;
    }

    /** Begins, once. It does not wait. */
    void start() {
        try {
            CloseableHttpAsyncClient client = engine.client(address.host());
            cancellation.begun(client.execute(
                    new HttpHost(address.scheme(), ip, address.bareHost(), address.port()),
                    new BasicRequestProducer(request(), null), consumer, null, context, new FutureCallback<>() {
                        @Override
                        public void completed(Void none) {
                            decide(null);
                        }

                        @Override
                        public void failed(Exception cause) {
                            engine.discardIfDead(client, cause);
                            decide(cause);
                            end();
                        }

                        @Override
                        public void cancelled() {
                            failed(new IOException("The request was cancelled"));
                        }
                    }));
        } catch (RuntimeException | Error e) {
            download.discard();
            answer.fail(e instanceof FetchException known
                    ? known
                    : FetchException.of(Reason.CONNECTION, true, address.hostAndPort()
                                                                 + ": not fetched, the request cannot be begun",
                            e));
            end();
        }
    }

    private BasicHttpRequest request() {
        BasicHttpRequest request = new BasicHttpRequest(
                Method.GET.name(), address.scheme(),
                new URIAuthority(address.bareHost(), address.hasDefaultPort() ? -1 : address.port()), address.target());
        request.setHeader(HttpHeaders.ACCEPT, PICTURES);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, PLAIN);
        request.setHeader(HttpHeaders.CONNECTION, HeaderElements.CLOSE);
        return request;
    }

    private void abort(String why) {
        if (answer.fail(FetchException.aborted(address.hostAndPort(), why))) {
            download.discard();
            cancellation.cancel();
        }
    }

    /** @param cause null for a whole answer */
    private void decide(@Nullable Exception cause) {
        Answer decided = consumer.decided();
        FetchException refused = consumer.refused();
        boolean kept = false;
        if (refused != null) {
            answer.fail(refused);
        } else if (decided instanceof Answer.Redirect) {
            answer.complete(decided);
        } else if (decided != null && cause == null) {
            kept = answer.complete(decided);
        } else {
            FetchException failure = failure(cause == null ? new IOException("No answer") : cause);
            if (isConnected()) {
                answer.fail(failure);
            } else {
                answer.complete(new Answer.Unreachable(failure));
            }
        }
        if (!kept) {
            download.discard();
        }
    }

    private boolean isConnected() {
        return context.getEndpointDetails() != null;
    }

    private FetchException failure(Exception cause) {
        String subject = address.hostAndPort() + ": not fetched, ";
        if (cause instanceof MessageConstraintException) {
            return FetchException.lasting(Reason.ANSWER,
                    subject + "the head of the answer exceeded " + FetchEngine.MAX_HEADER_LINES + " lines, or "
                                                         + FetchEngine.MAX_LINE_KILOBYTES + " KB in one of them.");
        }
        if (cause instanceof ConnectionClosedException || cause instanceof TruncatedChunkException) {
            return FetchException.passing(Reason.ANSWER, subject + "the answer was cut off. Fetch it again later.");
        }
        if (cause instanceof HttpException || cause instanceof MalformedChunkCodingException) {
            return FetchException.lasting(Reason.ANSWER, subject + "the answer is not readable as HTTP. Check the address.");
        }
        if (cause instanceof SSLException) {
            boolean lasting = isCausedByCertificate(cause);
            return FetchException.of(Reason.CONNECTION, !lasting, subject + (lasting
                    ? "its certificate is not trusted, or not one for this host. Check the address."
                    : "no TLS connection can be made. Check the address."),
                    Failures.withoutText(cause));
        }
        if (cause instanceof SocketTimeoutException) {
            return FetchException.of(Reason.CONNECTION, true, subject + "it did not answer in time. Fetch it again later.",
                    Failures.withoutText(cause));
        }
        return FetchException.of(Reason.CONNECTION, true, subject + (isConnected()
                ? "the connection broke off. Fetch it again later."
                : "it cannot be reached. Check the address, and the network."),
                Failures.withoutText(cause));
    }

    private static boolean isCausedByCertificate(Throwable cause) {
        Throwable next = cause;
        for (int depth = 0; next != null && depth < 10; depth++) {
            if (next instanceof CertificateException || next instanceof SSLPeerUnverifiedException
                    || next instanceof java.security.cert.CertPathBuilderException) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            released.run();
        }
    }
}
