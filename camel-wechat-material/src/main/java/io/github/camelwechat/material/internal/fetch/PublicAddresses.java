package io.github.camelwechat.material.internal.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Check whether an IP address belongs to the open internet, and not to this machine, a private network or a protocol.
 */
final class PublicAddresses {

    private static final int IPV4_BYTES = 4;
    /** All that IANA's registry of special-purpose addresses does not call globally reachable, multicast and above. */
    private static final List<Network> SPECIAL_V4 = networks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/3",
            // public by its number, and the platform's own service on every machine of Azure
            "168.63.129.16/32");
    /** Translations of IPv4 addresses: as public as the IPv4 address at their end. */
    private static final List<Network> TRANSLATED = networks("64:ff9b::/96");
    private static final byte[] MAPPED_PREFIX = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1 };
    /** All of IPv6 that is handed out to the open internet ... */
    private static final Network GLOBAL_V6 = Network.of("2000::/3");
    /** ... but for tunnels (Teredo, 6to4), which carry an IPv4 address, protocols and documentation. */
    private static final List<Network> SPECIAL_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {
    }

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES) {
            return containV4(bytes);
        }
        if (isIn(TRANSLATED, bytes) || Arrays.equals(bytes, 0, MAPPED_PREFIX.length, MAPPED_PREFIX, 0, MAPPED_PREFIX.length)) {
            return containV4(Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
        }
        return GLOBAL_V6.contains(bytes) && !isIn(SPECIAL_V6, bytes);
    }

    private static boolean containV4(byte[] bytes) {
        return !isIn(SPECIAL_V4, bytes);
    }

    private static boolean isIn(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... written) {
        return Stream.of(written).map(Network::of).toList();
    }
}
