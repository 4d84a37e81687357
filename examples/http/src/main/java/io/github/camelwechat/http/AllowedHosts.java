package io.github.camelwechat.http;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts that may be fetched from. One that is listed without a port serves on the ports of http and https, from a
 * public address; one that is listed with its port may also be on this machine or in the own network.
 */
final class AllowedHosts {

    private final Set<HostPort> entries;

    private AllowedHosts(Set<HostPort> entries) {
        this.entries = entries;
    }

    /**
     * {@return those of a list with commas; nothing is allowed by an empty one}
     *
     * @throws IllegalArgumentException if an entry is neither {@code host} nor {@code host:port}
     */
    static AllowedHosts of(String list) {
        return new AllowedHosts(
                Arrays.stream(list.split(",", -1)).map(String::strip).filter(entry -> !entry.isEmpty()).map(HostPort::parse)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean allow(PictureAddress address) {
        return hasWithPort(address.host(), address.port())
                || (address.hasDefaultPort() && entries.contains(new HostPort(address.host(), HostPort.NONE)));
    }

    /** {@return the entry by which an address is on the list} */
    HostPort entry(String host, int port) {
        return new HostPort(host, hasWithPort(host, port) ? port : HostPort.NONE);
    }

    int size() {
        return entries.size();
    }

    boolean hasWithPort(String host, int port) {
        return entries.contains(new HostPort(host, port));
    }
}
