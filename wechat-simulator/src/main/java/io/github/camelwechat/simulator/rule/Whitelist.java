package io.github.camelwechat.simulator.rule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.jetty.util.InetAddressSet;

/** IP addresses and networks; empty, it lets all in. Immutable. Internal: not API. */
public final class Whitelist {

    /** Literals alone: the JDK would look up anything else as a host name. */
    private static final Pattern LITERAL = Pattern.compile(
            "(OCTET(\\.OCTET){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/[0-9]{1,3})?"
                    .replace("OCTET", "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"));

    private final Set<String> entries;
    private final InetAddressSet networks = new InetAddressSet();

    /**
     * Refuses entries that are neither.
     *
     * @param entries addresses and networks
     */
    public Whitelist(Collection<String> entries) {
        this.entries = Set.copyOf(entries);
        this.entries.forEach(this::add);
    }

    private void add(String entry) {
        try {
            if (LITERAL.matcher(entry).matches()) {
                networks.add(entry);
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(refusal(entry), e);
        }
        throw new IllegalArgumentException(refusal(entry));
    }

    private static String refusal(String entry) {
        return "'" + entry + "' is no address, such as \"127.0.0.1\", and no network, such as \"10.1.2.0/24\" "
               + "(no bits set behind its prefix)";
    }

    /** {@return the addresses and networks} */
    public Set<String> entries() {
        return entries;
    }

    /**
     * {@return true if the list is empty or has the address}
     *
     * @param address an IP address
     */
    public boolean admits(String address) {
        try {
            return entries.isEmpty() || networks.test(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("A caller's address that is none: " + address, e);
        }
    }
}
