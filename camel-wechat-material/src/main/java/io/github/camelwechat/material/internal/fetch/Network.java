package io.github.camelwechat.material.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Range of IP addresses.
 *
 * @param prefix an address in it
 * @param bits   the number of leading bits that all of them share
 */
record Network(byte[] prefix, int bits) {

    /** Returns the range that is written as {@code 10.0.0.0/8}. */
    static Network of(String written) {
        String[] parts = written.split("/", 2);
        try {
            return new Network(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(written, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((address[bit / Byte.SIZE] & mask) != (prefix[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
