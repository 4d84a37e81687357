package io.github.camelwechat.material.internal.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * Looks up host names for connections that carry their requests in clear, and fails where one of the addresses is
 * outside the private network. A connection is made to the addresses that were checked: nobody looks up the name again
 * in between.
 *
 * @param lookUp asks for the addresses
 */
public record PrivateNetwork(DnsResolver lookUp) implements DnsResolver {

    private static final int MAPPED_PREFIX_LENGTH = 12;
    private static final int IPV4_LENGTH = 4;

    /** An address is public, so no connection was made. */
    static final class PublicAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        private final String addresses;

        PublicAddressException(String host, List<InetAddress> addresses) {
            super(host + " has a public address");
            this.addresses = addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        }

        /** Returns the public addresses, for people. */
        String addresses() {
            return addresses;
        }
    }

    /** @throws PublicAddressException if one of the addresses is public, whether or not it would be connected to */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookUp.resolve(host);
        if (found == null || found.length == 0) {
            // the engine takes these for an address that is still to be looked up
            throw new UnknownHostException(host);
        }
        // the ones that are checked must be the ones that are returned, whoever else holds the array
        InetAddress[] addresses = found.clone();
        List<InetAddress> outside = Arrays.stream(addresses).filter(address -> !isInside(address)).toList();
        if (!outside.isEmpty()) {
            throw new PublicAddressException(host, outside);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return lookUp.resolveCanonicalHostname(host);
    }

    /**
     * Returns whether the host of a URL is an address, and a public one. Looks nothing up.
     *
     * @param host of IPv6 in brackets
     */
    public static boolean isPublicLiteral(String host) {
        String address = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (!InetAddressUtils.isIPv4(address) && !InetAddressUtils.isIPv6(address)
                && !InetAddressUtils.isIPv4MappedIPv6(address)) {
            return false;
        }
        try {
            return !isInside(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Returns whether an address is a loopback, link-local or private one: 127/8, 169.254/16, 10/8, 172.16/12,
     * 192.168/16, ::1, fe80::/10, fc00::/7, and IPv6 forms of these IPv4 addresses. All others count as public, shared
     * ones of providers (100.64/10) too.
     */
    static boolean isInside(InetAddress address) {
        if (address instanceof Inet6Address) {
            byte[] bytes = address.getAddress();
            if (isMapped(bytes)) {
                return isInside4(Arrays.copyOfRange(bytes, MAPPED_PREFIX_LENGTH, bytes.length));
            }
            return address.isLoopbackAddress() || address.isLinkLocalAddress() || (bytes[0] & 0xfe) == 0xfc;
        }
        return isInside4(address.getAddress());
    }

    /** As {@code ::ffff:10.0.0.1}: the connection is one of IPv4. */
    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < MAPPED_PREFIX_LENGTH - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[MAPPED_PREFIX_LENGTH - 2] == -1 && bytes[MAPPED_PREFIX_LENGTH - 1] == -1;
    }

    private static boolean isInside4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return bytes.length == IPV4_LENGTH && (first == 127 || first == 10 || (first == 169 && second == 254)
                || (first == 172 && (second & 0xf0) == 16) || (first == 192 && second == 168));
    }
}
