package io.github.camelwechat.material.internal.media;

import java.util.Locale;

/**
 * Texts for numbers of bytes: the exact number, and the same in a unit.
 */
final class Bytes {

    private Bytes() {
    }

    /** Returns the text for a measured number: {@code 12,582,912 bytes (12.0 MB)}. */
    static String measured(long bytes) {
        return said(bytes, "%.1f");
    }

    /** Returns the text for a round number: {@code 10,485,760 bytes (10 MB)}. */
    static String round(long bytes) {
        return said(bytes, "%.0f");
    }

    private static String said(long bytes, String format) {
        String exact = String.format(Locale.ROOT, "%,d byte%s", bytes, bytes == 1 ? "" : "s");
        if (bytes < 1 << 10) {
            return exact;
        }
        boolean mega = bytes >= 1 << 20;
        return exact + " (" + String.format(Locale.ROOT, format, bytes / (double) (mega ? 1 << 20 : 1 << 10))
               + (mega ? " MB)" : " KB)");
    }
}
