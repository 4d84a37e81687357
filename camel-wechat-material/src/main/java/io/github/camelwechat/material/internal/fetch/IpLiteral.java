package io.github.camelwechat.material.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** IP addresses as hosts, in all the forms that browsers read (WHATWG URL). */
final class IpLiteral {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_PIECES = 8;
    private static final int LONGEST_NUMBER = 12;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9A-Fa-f]*");
    private static final Pattern OCTAL = Pattern.compile("0[0-7]*");
    private static final Pattern PIECE = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern DOTTED
            = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private IpLiteral() {
    }

    /**
     * Returns the four decimal numbers of an IPv4 address.
     *
     * @param  name           without a dot at its end
     * @return                null if the last part is no number: a name
     * @throws FetchException if it looks like an IPv4 address and is none
     */
    static @Nullable String ipv4(String name) {
        String[] parts = name.split("\\.", -1);
        String last = parts[parts.length - 1];
        if (!DECIMAL.matcher(last).matches() && !HEX.matcher(last).matches()) {
            return null;
        }
        if (parts.length > IPV4_BYTES) {
            throw noAddress();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean rest = i == parts.length - 1;
            int bytes = rest ? IPV4_BYTES - i : 1;
            long number = number(parts[i]);
            if (number >= 1L << (Byte.SIZE * bytes)) {
                throw noAddress();
            }
            address = (address << (Byte.SIZE * bytes)) + number;
        }
        return (address >> 24) + "." + (address >> 16 & 0xff) + "." + (address >> 8 & 0xff) + "." + (address & 0xff);
    }

    private static long number(String part) {
        boolean hex = HEX.matcher(part).matches();
        boolean octal = !hex && part.length() > 1 && OCTAL.matcher(part).matches();
        if (!hex && !octal && (!DECIMAL.matcher(part).matches() || (part.length() > 1 && part.startsWith("0")))) {
            throw noAddress();
        }
        String digits = (hex ? part.substring(2) : part).replaceFirst("^0+", "");
        if (digits.length() > LONGEST_NUMBER) {
            throw noAddress();
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10);
    }

    private static FetchException noAddress() {
        return FetchAddress.refused("has a host that is neither a name nor an IP address");
    }

    /**
     * Returns the shortest form of an IPv6 address, in brackets.
     *
     * @throws FetchException if it is none, or has a zone
     */
    static String inBrackets(String written) {
        if (!written.endsWith("]")) {
            throw noAddress();
        }
        return "[" + shortest(pieces(written.substring(1, written.length() - 1))) + "]";
    }

    private static int[] pieces(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] all = list(text);
            if (all.length != IPV6_PIECES) {
                throw noAddress();
            }
            return all;
        }
        String after = text.substring(gap + 2);
        int[] first = gap == 0 ? new int[0] : list(text.substring(0, gap));
        int[] last = after.isEmpty() ? new int[0] : list(after);
        if (first.length + last.length >= IPV6_PIECES || (gap > 0 && text.lastIndexOf('.', gap) >= 0)) {
            throw noAddress();
        }
        int[] all = Arrays.copyOf(first, IPV6_PIECES);
        System.arraycopy(last, 0, all, IPV6_PIECES - last.length, last.length);
        return all;
    }

    private static int[] list(String text) {
        String[] parts = text.split(":", -1);
        String last = parts[parts.length - 1];
        boolean dotted = last.indexOf('.') >= 0;
        int[] pieces = new int[parts.length + (dotted ? 1 : 0)];
        for (int i = 0; i < parts.length - (dotted ? 1 : 0); i++) {
            if (!PIECE.matcher(parts[i]).matches()) {
                throw noAddress();
            }
            pieces[i] = Integer.parseInt(parts[i], 16);
        }
        if (dotted) {
            String decimal = DOTTED.matcher(last).matches() ? ipv4(last) : null;
            if (decimal == null) {
                throw noAddress();
            }
            byte[] bytes = bytes(decimal);
            pieces[pieces.length - 2] = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
            pieces[pieces.length - 1] = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        }
        return pieces;
    }

    private static byte[] bytes(String decimal) {
        String[] parts = decimal.split("\\.", -1);
        byte[] bytes = new byte[IPV4_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static String shortest(int[] pieces) {
        int from = -1;
        int length = 1;
        for (int i = 0; i < pieces.length; i++) {
            int end = i;
            while (end < pieces.length && pieces[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        if (from < 0) {
            return joined(pieces, 0, pieces.length);
        }
        return joined(pieces, 0, from) + "::" + joined(pieces, from + length, pieces.length);
    }

    private static String joined(int[] pieces, int from, int to) {
        StringJoiner joined = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            joined.add(Integer.toHexString(pieces[i]));
        }
        return joined.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the address that a host is, without looking anything up; null for a name. */
    static @Nullable InetAddress address(String host) {
        try {
            if (host.startsWith("[")) {
                int[] pieces = pieces(host.substring(1, host.length() - 1));
                byte[] bytes = new byte[2 * IPV6_PIECES];
                for (int i = 0; i < pieces.length; i++) {
                    bytes[2 * i] = (byte) (pieces[i] >> 8);
                    bytes[2 * i + 1] = (byte) pieces[i];
                }
                return InetAddress.getByAddress(bytes);
            }
            String ipv4 = ipv4(host);
            return ipv4 == null ? null : InetAddress.getByAddress(bytes(ipv4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
