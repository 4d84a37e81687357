package io.github.camelwechat.material.internal.fetch;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelwechat.material.internal.fetch.FetchException.Reason;
import io.github.camelwechat.material.internal.media.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Address of a picture in the form that browsers give it (WHATWG URL), all in ASCII, without user info and fragment.
 * Two addresses are equal if browsers would send the same request for them.
 *
 * @param scheme http or https
 * @param host   in lower case, without a dot at its end; an IPv4 address as four decimal numbers, an IPv6 address in
 *               brackets and in its shortest form
 * @param port   1 to 65535, never left out
 * @param path   from its slash on
 * @param query  without its question mark; null for none
 */
public record FetchAddress(String scheme, String host, int port, String path, @Nullable String query) {

    static final int MAX_CHARACTERS = 8192;
    static final int HTTP_PORT = 80;
    static final int HTTPS_PORT = 443;
    private static final String HTTPS = "https";
    private static final int MAX_PORT = 65535;
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern SLASHES = Pattern.compile("[/\\\\]*");
    private static final Pattern AUTHORITY = Pattern.compile("[^/\\\\?#]*");
    private static final Pattern DROPPED = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern PORT = Pattern.compile("0*([0-9]{1,5})");

    /**
     * Reads an address that stands for itself; {@code //host/path} is one of https.
     *
     * @throws FetchException if it cannot be fetched
     */
    public static FetchAddress of(String written) {
        return of(written, null);
    }

    /**
     * Reads an address.
     *
     * @param  base           a relative one starts from it; null: a relative one is refused
     * @throws FetchException if it cannot be fetched
     */
    public static FetchAddress of(String written, @Nullable FetchAddress base) {
        String text = DROPPED.matcher(stripped(written)).replaceAll("");
        requireShort(text.length());
        FetchAddress address = parse(text, base);
        requireShort(address.target().length());
        return address;
    }

    private static FetchAddress parse(String text, @Nullable FetchAddress base) {
        Matcher start = SCHEME.matcher(text);
        if (start.lookingAt()) {
            String scheme = start.group(1).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals(HTTPS)) {
                throw refused("begins with " + VisibleText.excerpt(scheme) + ":, and only http: and https: are fetched");
            }
            String rest = text.substring(start.end());
            return base != null && base.scheme.equals(scheme) && slashes(rest) < 2
                    ? base.resolve(rest) : absolute(scheme, rest);
        }
        if (slashes(text) >= 2) {
            return absolute(base == null ? HTTPS : base.scheme, text);
        }
        if (base == null) {
            throw refused("is relative, and there is no base address. Write it with https:// and its host");
        }
        return base.resolve(text);
    }

    /** Removes controls and blanks from both ends. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static void requireShort(int length) {
        if (length > MAX_CHARACTERS) {
            throw refused("has " + length + " characters, the limit is " + MAX_CHARACTERS);
        }
    }

    /** Returns the number of slashes at the start, of both kinds. */
    private static int slashes(String text) {
        Matcher slashes = SLASHES.matcher(text);
        return slashes.lookingAt() ? slashes.end() : 0;
    }

    private static FetchAddress absolute(String scheme, String rest) {
        String afterSlashes = rest.substring(slashes(rest));
        Matcher authority = AUTHORITY.matcher(afterSlashes);
        String hostAndPort = authority.lookingAt() ? authority.group() : "";
        if (hostAndPort.indexOf('@') >= 0) {
            throw refused("has a user name in it. Take it out");
        }
        int colon = hostAndPort.indexOf(':', Math.max(0, hostAndPort.lastIndexOf(']')));
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        String port = colon < 0 ? "" : hostAndPort.substring(colon + 1);
        FetchAddress root = new FetchAddress(
                scheme, HostName.of(host), port.isEmpty() ? defaultPort(scheme) : port(port), "/", null);
        return root.resolve(afterSlashes.substring(hostAndPort.length()));
    }

    static int port(String written) {
        Matcher digits = PORT.matcher(written);
        int port = digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
        if (port == 0 || port > MAX_PORT) {
            throw refused("has a port that is no number from 1 to " + MAX_PORT);
        }
        return port;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
    }

    /** @param rest without scheme and host */
    private FetchAddress resolve(String rest) {
        String text = before('#', rest);
        if (text.isEmpty()) {
            return this;
        }
        String newPath = before('?', text);
        String newQuery = newPath.length() == text.length()
                ? null : PercentEncoding.query(text.substring(newPath.length() + 1));
        if (newPath.isEmpty()) {
            return new FetchAddress(scheme, host, port, path, newQuery);
        }
        String whole = slashes(newPath) > 0 ? newPath : path.substring(0, path.lastIndexOf('/') + 1) + newPath;
        return new FetchAddress(scheme, host, port, PercentEncoding.path(whole), newQuery);
    }

    private static String before(char end, String text) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    /** Returns a refusal of an address, whose text may hold anything and is not repeated. */
    static FetchException refused(String why) {
        return FetchException.lasting(Reason.ADDRESS, "The address " + why + ".");
    }

    public boolean hasDefaultPort() {
        return port == defaultPort(scheme);
    }

    /** Returns the path with the query, as it is sent. */
    String target() {
        return query == null ? path : path + "?" + query;
    }

    /** Returns the host without brackets. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Returns the address that the host is written as; null for a name. */
    @Nullable
    InetAddress literal() {
        return IpLiteral.address(host);
    }

    /** Returns host and port for texts; the port is left out where it is the scheme's. */
    String hostAndPort() {
        return hasDefaultPort() ? host : host + ":" + port;
    }

    /** Returns the whole address, which may hold a signature in its query: never for texts. */
    public String url() {
        return scheme + "://" + hostAndPort() + target();
    }

    /** Returns the address for texts: without its query, which may hold a signature. */
    @Override
    public String toString() {
        return scheme + "://" + hostAndPort() + VisibleText.excerpt(path);
    }
}
