package io.github.camelwechat.material.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import javax.net.ssl.SSLContext;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import org.jspecify.annotations.Nullable;

/** A fetcher with its threads and its folder, for tests. */
final class Fetches implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);

    final ExecutorService threads = Executors.newCachedThreadPool();
    final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    final SpoolFolder spools = new SpoolFolder();
    final Fetcher fetcher;

    private final List<Call<Fetched>> begun = new ArrayList<>();

    Fetches(FetchSettings settings) {
        this(settings, InetAddress::getAllByName, PublicAddresses::contain, null);
    }

    Fetches(FetchSettings settings, HostResolver resolver) {
        this(settings, resolver, PublicAddresses::contain, null);
    }

    Fetches(FetchSettings settings, HostResolver resolver, Predicate<InetAddress> isPublic, @Nullable SSLContext trust) {
        fetcher = new Fetcher(settings, spools, threads, timer, resolver, isPublic, trust);
    }

    static FetchSettings from(String hosts, Duration timeout) {
        return FetchSettings.of(FetchHosts.of(hosts), timeout);
    }

    Call<Fetched> begin(FetchAddress address) {
        Call<Fetched> call = fetcher.fetch(address);
        begun.add(call);
        return call;
    }

    /** Waits for the picture. */
    Fetched fetch(FetchAddress address) throws Throwable {
        return end(begin(address));
    }

    static Fetched end(Call<Fetched> call) throws Throwable {
        try {
            return call.toFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    static byte[] bytes(Fetched fetched) throws Exception {
        return fetched.download().first(Math.toIntExact(fetched.size()));
    }

    static InetAddress ip(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @Override
    public void close() {
        fetcher.close();
        for (Call<Fetched> call : begun) {
            call.listen((fetched, failure) -> {
                if (fetched != null) {
                    fetched.close();
                }
            });
        }
        threads.shutdownNow();
        timer.shutdownNow();
        spools.close();
    }
}
