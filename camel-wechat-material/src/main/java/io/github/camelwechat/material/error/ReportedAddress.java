package io.github.camelwechat.material.error;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The address of the caller in the text of a refusal, such as
 * {@code invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist}. The text comes from outside: only what is
 * an IP address is taken from it.
 */
final class ReportedAddress {

    private static final Pattern TEXT = Pattern.compile("invalid ip ([0-9A-Fa-f.:]++)(?: ipv6 ([0-9A-Fa-f.:]++))?");
    private static final Pattern IPV4
            = Pattern.compile("OCTET(\\.OCTET){3}".replace("OCTET", "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"));
    /** The longest is eight groups of four digits, the last two of them as an IPv4 address. */
    private static final int LONGEST_IPV6 = 45;

    private ReportedAddress() {
    }

    /** {@return the first IPv4 or IPv6 address where the text has one in the right place} */
    static Optional<String> in(String errmsg) {
        Matcher text = TEXT.matcher(errmsg);
        return text.find()
                ? Stream.of(text.group(1), text.group(2)).filter(ReportedAddress::isAddress).findFirst() : Optional.empty();
    }

    private static boolean isAddress(@Nullable String text) {
        return text != null && (IPV4.matcher(text).matches() || isIpv6(text));
    }

    private static boolean isIpv6(String text) {
        if (text.indexOf(':') < 0 || text.length() > LONGEST_IPV6) {
            return false;
        }
        try {
            // text in brackets is an address or an error: no name is looked up
            InetAddress.getByName("[" + text + "]");
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
