package io.github.camelwechat.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the open internet from those of this machine, of private networks and of special use. */
final class PublicAddresses {

    /** What IANA's registry of special-purpose addresses does not call globally reachable, multicast and above. */
    private static final List<Network> SPECIAL_V4 = networks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/3",
            // public by its number, and the platform's own service on every machine of Azure
            "168.63.129.16/32");

    /** Where a network without IPv4 translates: as public as the IPv4 address at the end. */
    private static final Network TRANSLATED = Network.of("64:ff9b::/96");

    /** All of IPv6 that is handed out to the open internet: what carries an IPv4 address in it lies outside ... */
    private static final Network GLOBAL_V6 = Network.of("2000::/3");
    /** ... or is named here, with what is for protocols and for documentation. */
    private static final List<Network> SPECIAL_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {
    }

    static boolean contain(InetAddress address) {
        byte[] all = address.getAddress();
        byte[] bytes = TRANSLATED.contains(all) ? Arrays.copyOfRange(all, 12, 16) : all;
        return bytes.length == 4
                ? SPECIAL_V4.stream().noneMatch(network -> network.contains(bytes))
                : GLOBAL_V6.contains(bytes) && SPECIAL_V6.stream().noneMatch(network -> network.contains(bytes));
    }

    private static List<Network> networks(String... written) {
        return Stream.of(written).map(Network::of).toList();
    }
}
