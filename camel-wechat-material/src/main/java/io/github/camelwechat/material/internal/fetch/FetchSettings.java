package io.github.camelwechat.material.internal.fetch;

import java.time.Duration;

/**
 * Limits of fetches.
 *
 * @param hosts        that may be fetched from
 * @param timeout      of one fetch as a whole, its redirects included; waiting for its turn is not
 * @param maxBytes     of a picture
 * @param maxRedirects of one fetch
 * @param maxFetches   at once
 * @param maxPerHost   at once from one host
 */
public record FetchSettings(
        FetchHosts hosts, Duration timeout, long maxBytes, int maxRedirects, int maxFetches, int maxPerHost) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);
    public static final long DEFAULT_MAX_BYTES = 20 << 20;
    private static final int DEFAULT_MAX_REDIRECTS = 3;
    private static final int DEFAULT_MAX_FETCHES = 64;
    private static final int DEFAULT_MAX_PER_HOST = 6;

    /** Returns the default limits: any public host, 20 s, 20 MB, 3 redirects, 64 fetches at once, 6 per host. */
    public static FetchSettings defaults() {
        return of(FetchHosts.of("*"), DEFAULT_TIMEOUT);
    }

    /** Returns the default limits but for these. */
    public static FetchSettings of(FetchHosts hosts, Duration timeout) {
        return new FetchSettings(
                hosts, timeout, DEFAULT_MAX_BYTES, DEFAULT_MAX_REDIRECTS, DEFAULT_MAX_FETCHES, DEFAULT_MAX_PER_HOST);
    }
}
