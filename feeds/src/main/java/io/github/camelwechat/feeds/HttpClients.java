package io.github.camelwechat.feeds;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As many clients at a time as the component has requests on the wire. Each repeats its request until it is answered.
 */
final class HttpClients implements AutoCloseable {

    private static final int AT_A_TIME = 64;
    private static final int CREATED = 201;
    private static final int LEAST_SERVER_ERROR = 500;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    void send(List<HttpRequest> requests) {
        waiting.addAndGet(requests.size());
        requests.forEach(request -> threads.execute(() -> repeat(request)));
    }

    private void repeat(HttpRequest request) {
        try {
            int status = status(request);
            while (status >= LEAST_SERVER_ERROR) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                status = status(request);
            }
            if (status != CREATED) {
                failed.incrementAndGet();
            }
            waiting.decrementAndGet();
        } catch (InterruptedException e) {
            // closed: it goes on waiting
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing came, or not all of it: as good as a refusal for now. */
    private int status(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            return LEAST_SERVER_ERROR;
        }
    }

    int waiting() {
        return waiting.get();
    }

    int failed() {
        return failed.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
