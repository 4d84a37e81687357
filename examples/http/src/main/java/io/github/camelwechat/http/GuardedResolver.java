package io.github.camelwechat.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for connections, and leaves those addresses out that may not be connected to. As the answer is
 * connected to as it is, a name that leads elsewhere a moment later gains nothing by that.
 */
final class GuardedResolver implements DnsResolver {

    /** Each address that does not answer takes the whole time for a connection. */
    private static final int MAX_ADDRESSES = 3;

    private final DnsResolver names;
    private final AllowedHosts hosts;

    GuardedResolver(DnsResolver names, AllowedHosts hosts) {
        this.names = names;
        this.hosts = hosts;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        boolean anyAddress = hosts.hasWithPort(host, port);
        List<InetSocketAddress> found = Arrays.stream(names.resolve(host))
                .filter(address -> anyAddress || PublicAddresses.contain(address))
                .limit(MAX_ADDRESSES)
                .map(address -> new InetSocketAddress(address, port)).toList();
        if (found.isEmpty()) {
            throw new NotPublicException(host);
        }
        return found;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException("Without a port it cannot be told whether " + host + " may be connected to");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
