package io.github.camelwechat.material.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Keys as names of files, one to one: in small letters, digits and hyphens, so that names differ where a file system
 * does not know case; all else, capitals too, is an underscore and two digits. No name is one that a file system
 * reserves, for it begins with a word of ours.
 */
final class StoreKey {

    /** Three times as many characters, with a prefix and a suffix, are a file name of less than 255 bytes. */
    static final int MAX_LENGTH = 80;

    private static final String PREFIX = "key-";
    private static final HexFormat HEX = HexFormat.of();

    private StoreKey() {
    }

    /** Returns the key, if it is one. */
    static String checked(String key) {
        if (key.isEmpty() || key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            // without the key: it may come from anywhere, and be anything
            throw new IllegalArgumentException(
                    "A key of a store has 1 to " + MAX_LENGTH + " visible ASCII characters, not these " + key.length());
        }
        return key;
    }

    static String toFileName(String key) {
        StringBuilder name = new StringBuilder(PREFIX);
        for (byte c : key.getBytes(StandardCharsets.US_ASCII)) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') {
                name.append((char) c);
            } else {
                name.append('_').append(HEX.toHexDigits(c));
            }
        }
        return name.toString();
    }

    /** Returns whether a file is an entry, or was one before something changed its name. */
    static boolean isFileName(String name) {
        return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** Returns the key; null if no key has this name. */
    static @Nullable String ofFileName(String name) {
        StringBuilder key = new StringBuilder();
        for (int i = PREFIX.length(); i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                if (i + 2 >= name.length() || !HexFormat.isHexDigit(name.charAt(i + 1))
                        || !HexFormat.isHexDigit(name.charAt(i + 2))) {
                    return null;
                }
                c = (char) HexFormat.fromHexDigits(name, i + 1, i + 3);
                i += 2;
            }
            key.append(c);
        }
        String found = key.toString();
        return toFileName(found).equals(name) ? found : null;
    }
}
