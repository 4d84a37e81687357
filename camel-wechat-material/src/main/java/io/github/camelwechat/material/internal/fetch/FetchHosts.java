package io.github.camelwechat.material.internal.fetch;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelwechat.material.internal.fetch.FetchException.Reason;

/**
 * The hosts that pictures may be fetched from. {@code *} is any host at public addresses, on ports 80 and 443. An entry
 * {@code host} is one host by the same rules; {@code host:port}, and an IP address with or without a port, may also be
 * on this machine or in a private network. Immutable.
 */
public final class FetchHosts {

    private static final String ANY = "*";
    private static final Set<Integer> WEB_PORTS = Set.of(FetchAddress.HTTP_PORT, FetchAddress.HTTPS_PORT);
    private static final int NO_PORT = -1;

    private final Set<Entry> entries;
    private final boolean any;
    private final Set<Integer> ports;

    /** @param port {@value #NO_PORT} for none */
    private record Entry(String host, int port) {
    }

    private FetchHosts(Set<Entry> entries, boolean any, Set<Integer> ports) {
        this.entries = entries;
        this.any = any;
        this.ports = ports;
    }

    /**
     * Reads a list with commas.
     *
     * @throws IllegalArgumentException if an entry is neither {@code *}, {@code host} nor {@code host:port}
     */
    public static FetchHosts of(String list) {
        return of(list, WEB_PORTS);
    }

    /** @param ports of hosts that are allowed without a port */
    static FetchHosts of(String list, Set<Integer> ports) {
        Set<String> written = Arrays.stream(list.split(",", -1)).map(String::strip).filter(entry -> !entry.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
        boolean any = written.remove(ANY);
        return new FetchHosts(
                written.stream().map(FetchHosts::entry).collect(Collectors.toUnmodifiableSet()), any, ports);
    }

    private static Entry entry(String written) {
        int colon = written.indexOf(':', Math.max(0, written.lastIndexOf(']')));
        String host = colon < 0 ? written : written.substring(0, colon);
        try {
            if (List.of(ANY, "@", "\\", "/").stream().noneMatch(host::contains)) {
                return new Entry(HostName.of(host), colon < 0 ? NO_PORT : FetchAddress.port(written.substring(colon + 1)));
            }
        } catch (FetchException e) {
            throw new IllegalArgumentException(noEntry(written), e);
        }
        throw new IllegalArgumentException(noEntry(written));
    }

    private static String noEntry(String written) {
        return "'" + written + "' is none of *, host and host:port";
    }

    /** @throws FetchException if nothing is fetched from the host and port of an address */
    void require(FetchAddress address) {
        if (entries.contains(new Entry(address.host(), address.port()))
                || (ports.contains(address.port()) && (any || entries.contains(new Entry(address.host(), NO_PORT))))) {
            return;
        }
        String host = address.host() + ":" + address.port();
        throw FetchException.lasting(Reason.NOT_ALLOWED, any
                ? host + ": not fetched, only ports 80 and 443 are. Add " + host + " to fetchHosts to allow it."
                : host + ": not fetched, it is not in fetchHosts. Add it there to allow it.");
    }

    /** Returns whether an allowed address may lead to this machine or into a private network. */
    boolean mayBePrivate(FetchAddress address) {
        return entries.contains(new Entry(address.host(), address.port()))
                || (address.literal() != null && entries.contains(new Entry(address.host(), NO_PORT)));
    }
}
