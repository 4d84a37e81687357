package io.github.camelwechat.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
 * A resolver that looks names up on other threads, and waits no longer for them than for a connection: the machine's
 * own look-up may take minutes, and cannot be broken off. A look-up that hangs keeps its thread. All who ask for one
 * name meanwhile wait for the same look-up, so that a name takes one thread at most and leaves the others to other
 * names.
 */
final class TimedResolver implements DnsResolver {

    private final DnsResolver names;
    private final ExecutorService threads;
    private final Duration limit;
    private final Map<String, CompletableFuture<InetAddress[]>> running = new ConcurrentHashMap<>();

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
        try {
            return lookUp(host).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new SlowLookUpException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlowLookUpException(host);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException("Looking up " + host + " failed", e.getCause());
        }
    }

    private Future<InetAddress[]> lookUp(String host) {
        CompletableFuture<InetAddress[]> begun = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> earlier = running.putIfAbsent(host, begun);
        if (earlier != null) {
            return earlier;
        }
        boolean started = false;
        try {
            threads.execute(() -> find(host, begun));
            started = true;
        } finally {
            if (!started) {
                running.remove(host, begun);
                begun.completeExceptionally(new SlowLookUpException(host));
            }
        }
        return begun;
    }

    private void find(String host, CompletableFuture<InetAddress[]> found) {
        try {
            found.complete(names.resolve(host));
        } catch (UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
        } finally {
            running.remove(host, found);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
