package io.github.camelwechat.simulator.multipart;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a part's Content-Disposition, read as the service reads them: quotes are needed, backslashes mean
 * nothing, {@code filename*} is not understood.
 */
public final class ContentDisposition {

    private final Map<String, String> quoted = new HashMap<>();
    private final Map<String, String> bare = new HashMap<>();

    private ContentDisposition() {
    }

    static ContentDisposition parse(String value) {
        ContentDisposition result = new ContentDisposition();
        int at = value.indexOf(';');
        while (at >= 0 && at < value.length()) {
            int equals = value.indexOf('=', at);
            if (equals < 0) {
                return result;
            }
            String key = value.substring(at + 1, equals).trim().toLowerCase(Locale.ROOT);
            int begin = equals + 1;
            while (begin < value.length() && value.charAt(begin) == ' ') {
                begin++;
            }
            boolean inQuotes = begin < value.length() && value.charAt(begin) == '"';
            int end = value.indexOf(inQuotes ? '"' : ';', begin + 1);
            int stop = end < 0 ? value.length() : end;
            if (inQuotes && end >= 0) {
                result.quoted.putIfAbsent(key, value.substring(begin + 1, stop));
            } else {
                result.bare.putIfAbsent(key, value.substring(Math.min(begin, stop), stop).trim());
            }
            at = inQuotes ? value.indexOf(';', stop) : end;
        }
        return result;
    }

    /** {@return the name of the part; null if there is none in quotes} */
    public @Nullable String name() {
        return quoted.get("name");
    }

    /** {@return the file name, verbatim; null if there is none in quotes} */
    public @Nullable String fileName() {
        return quoted.get("filename");
    }

    /** {@return whether {@code key} is there without quotes} */
    public boolean isBare(String key) {
        return bare.containsKey(key);
    }

    /** {@return whether there is a {@code filename*}, in whatever form} */
    public boolean hasExtendedFileName() {
        return bare.containsKey("filename*") || quoted.containsKey("filename*");
    }
}
