package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Value of {@code srcset}.
 *
 * @param addresses in their order
 * @param largest   the address with the largest width or density, the first of equals; null if there is none
 */
record SourceSet(List<String> addresses, @Nullable String largest) {

    /** Parses by the HTML standard: a comma within an address is a part of it. */
    static SourceSet parse(String value) {
        List<String> addresses = new ArrayList<>();
        String largest = null;
        double most = -1;
        int at = 0;
        while (true) {
            while (at < value.length() && (Characters.isSpace(value.charAt(at)) || value.charAt(at) == ',')) {
                at++;
            }
            if (at == value.length()) {
                return new SourceSet(addresses, largest);
            }
            int from = at;
            while (at < value.length() && !Characters.isSpace(value.charAt(at))) {
                at++;
            }
            int end = at;
            while (value.charAt(end - 1) == ',') {
                end--;
            }
            double size = 1;
            if (end == at) {
                int descriptors = at;
                at = endOfDescriptors(value, at);
                size = size(value.substring(descriptors, at).strip());
            }
            String address = value.substring(from, end);
            addresses.add(address);
            if (size > most) {
                most = size;
                largest = address;
            }
        }
    }

    private static int endOfDescriptors(String value, int from) {
        int depth = 0;
        for (int at = from; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == ',' && depth == 0) {
                return at;
            }
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
        }
        return value.length();
    }

    /** {@return the number of a descriptor like {@code 2x} or {@code 640w}; 1 if there is none} */
    private static double size(String descriptors) {
        int end = 0;
        while (end < descriptors.length() && end < 18
                && (Characters.isDigit(descriptors.charAt(end)) || descriptors.charAt(end) == '.')) {
            end++;
        }
        try {
            return end == 0 ? 1 : Double.parseDouble(descriptors.substring(0, end));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
