package io.github.camelwechat.material.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A request as it came.
 *
 * @param head up to and with the empty line
 */
record RawRequest(String head, byte[] body) {

    String requestLine() {
        return head.substring(0, head.indexOf("\r\n"));
    }

    List<String> headerLines() {
        return Arrays.stream(head.split("\r\n")).skip(1).toList();
    }

    /** The values of a header, one for each line. */
    List<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headerLines().stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip()).toList();
    }

    static long contentLength(String head) {
        List<String> values = new RawRequest(head, null).header("Content-Length");
        return values.isEmpty() ? 0 : Long.parseLong(values.get(0));
    }
}
