package io.github.camelwechat.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up on other threads, and waits no longer for them than for a connection: the machine's own look-up may
 * take minutes, and cannot be broken off. One that hangs keeps its thread.
 */
final class TimedResolver implements DnsResolver {

    private final DnsResolver names;
    private final ExecutorService threads;
    private final Duration limit;

    /** @param threads as {@link #threads} makes them */
    TimedResolver(DnsResolver names, ExecutorService threads, Duration limit) {
        this.names = names;
        this.threads = threads;
        this.limit = limit;
    }

    /** {@return threads that refuse at once what they cannot take: in a queue it would wait behind what hangs} */
    static ExecutorService threads(CamelContext context, int number) {
        return context.getExecutorServiceManager().newThreadPool(TimedResolver.class, "LookUp",
                new ThreadPoolProfileBuilder("LookUp").poolSize(number).maxPoolSize(number).maxQueueSize(0)
                        .allowCoreThreadTimeOut(true).rejectedPolicy(ThreadPoolRejectedPolicy.Abort).build());
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        Future<InetAddress[]> found;
        try {
            found = threads.submit(() -> names.resolve(host));
        } catch (RejectedExecutionException e) {
            throw new SlowLookUpException(host);
        }
        try {
            return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            found.cancel(true);
            throw new SlowLookUpException(host);
        } catch (InterruptedException e) {
            found.cancel(true);
            Thread.currentThread().interrupt();
            throw new SlowLookUpException(host);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException("Looking up " + host + " failed", e.getCause());
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
