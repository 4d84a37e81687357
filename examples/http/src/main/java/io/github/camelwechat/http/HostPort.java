package io.github.camelwechat.http;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to connect to.
 *
 * @param host in the one form that all its spellings are brought to: ASCII, lower case, no dot at its end
 * @param port the port, or -1 where none is said
 */
record HostPort(String host, int port) {

    static final int NONE = -1;

    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@/\\\\?#%\\s]+)(?::([0-9]{1,5}))?");

    /** @throws IllegalArgumentException if it is none, or has a user's name before it */
    static HostPort parse(String authority) {
        Matcher parts = FORM.matcher(authority);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + authority + "' is no host, or host:port");
        }
        int port = parts.group(2) == null ? NONE : Integer.parseInt(parts.group(2));
        if (port == 0 || port > 65535) {
            throw new IllegalArgumentException(port + " is no port");
        }
        return new HostPort(canonical(parts.group(1)), port);
    }

    private static String canonical(String host) {
        if (host.startsWith("[")) {
            return host.toLowerCase(Locale.ROOT);
        }
        String ascii = ascii(host).toLowerCase(Locale.ROOT);
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.isEmpty()) {
            throw new IllegalArgumentException("'" + host + "' is no host");
        }
        return name;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + host + "' is no host", e);
        }
    }

    @Override
    public String toString() {
        return port == NONE ? host : host + ":" + port;
    }
}
