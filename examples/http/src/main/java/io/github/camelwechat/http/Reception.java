package io.github.camelwechat.http;

import java.math.BigDecimal;
import java.time.Duration;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * Limits on the arrival of one request, for whose body and form end the server waits without limit. Fails the request
 * if it stalls, arrives too slowly, cannot be read, or is too large; its files are deleted then. Confined to the
 * request's event loop.
 */
final class Reception {

    private static final String AGAIN = "Send the whole request again.";
    private static final int CHECKS_PER_LIMIT = 10;

    private final RoutingContext context;
    private final ServerLimits limits;
    private final long largest;
    private final long begun = System.nanoTime();
    private long timer;
    private long received;
    private long receivedAt = begun;

    private Reception(RoutingContext context, ServerLimits limits, long largest) {
        this.context = context;
        this.limits = limits;
        this.largest = largest;
    }

    /**
     * Begins to watch a request, and passes it on.
     *
     * @param largest length of a body, in bytes
     */
    static void begin(RoutingContext context, ServerLimits limits, long largest) {
        Reception reception = new Reception(context, limits, largest);
        context.put(Reception.class.getName(), reception);
        long shortest = Math.min(limits.silence().toMillis(), limits.body().toMillis());
        long pause = Math.max(1, shortest / CHECKS_PER_LIMIT);
        reception.timer = context.vertx().setPeriodic(pause, check -> reception.check());
        context.addEndHandler(answered -> reception.stop());
        context.next();
        reception.watchForFailure();
    }

    /** Ends the watch over a request that has arrived as a whole, and passes it on. */
    static void end(RoutingContext context) {
        Reception reception = context.get(Reception.class.getName());
        reception.stop();
        context.next();
    }

    private void stop() {
        context.vertx().cancelTimer(timer);
    }

    private void check() {
        long now = System.nanoTime();
        long bytes = context.request().bytesRead();
        if (bytes != received) {
            received = bytes;
            receivedAt = now;
        }
        Problem problem = problem(now);
        if (problem != null) {
            fail(problem.status(), new RequestException(problem));
        } else if (received > largest) {
            // where the server's own refusal has failed on a file that was just being closed
            fail(413, new HttpException(413));
        }
    }

    /** In place of the server's own handler, which has been set by now. */
    private void watchForFailure() {
        if (!context.request().isEnded()) {
            context.request().exceptionHandler(failure -> fail(400, failure));
        }
    }

    private void fail(int status, Throwable failure) {
        stop();
        // before the files: cancelled ones fail the request with another answer
        context.fail(status, failure);
        discardFiles();
    }

    /** As the server itself does, but for all files: it stops at the first one that is just being closed. */
    private void discardFiles() {
        try {
            // does nothing further then, when files that are cancelled fail
            context.cancelAndCleanupFileUploads();
        } catch (IllegalStateException e) {
            // the rest of them is done here
        }
        for (FileUpload file : context.fileUploads()) {
            try {
                if (!file.cancel()) {
                    file.delete();
                }
            } catch (IllegalStateException e) {
                // just being closed, and cancelled all the same: deleted after that
            }
        }
    }

    private @Nullable Problem problem(long now) {
        HttpServerRequest request = context.request();
        if (now - begun > limits.body().toNanos() && !request.isEnded()) {
            return late("The request took more than " + seconds(limits.body()));
        }
        if (now - receivedAt <= limits.silence().toNanos()) {
            return null;
        }
        return request.isEnded()
                ? new Problem(400, "The form has no end: the boundary that closes it is missing.", AGAIN)
                : late("No more of the request came for " + seconds(limits.silence()));
    }

    private Problem late(String error) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return new Problem(
                408, error + ": " + received + " bytes came" + (length == null ? "." : " of " + length + "."), AGAIN);
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
