package io.github.camelwechat.simulator.journal;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The head of a request. Internal: not API.
 *
 * @param channel       the way that it takes
 * @param client        the address that it came from
 * @param secure        whether it came by HTTPS
 * @param query         null if there is none
 * @param headers       by name without regard to case
 * @param contentLength -1 if there is none
 */
public record Head(
        Channel channel,
        String client,
        boolean secure,
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        long contentLength) {

    /**
     * {@return the first value of a header, null if it is not there}
     *
     * @param name in any case
     */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    /** Without the query and the headers, where tokens and secrets are. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
