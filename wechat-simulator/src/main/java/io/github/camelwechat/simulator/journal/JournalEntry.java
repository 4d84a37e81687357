package io.github.camelwechat.simulator.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One request and what became of it.
 *
 * @param sequence      counts the requests in the order of their arrival, from 1
 * @param time          of its arrival, by the simulated clock
 * @param client        the address that it came from
 * @param method        {@code GET}, {@code POST} …
 * @param path          without the query
 * @param query         as sent, tokens and secrets included; null if there was none
 * @param headers       as sent, by name without regard to case
 * @param contentLength the header's value, -1 if there was none
 * @param appId         whose token or AppID it carried; null if unknown
 * @param status        the HTTP status of the answer; 0 if there was none
 * @param errcode       the errcode of the answer; 0 for success and where the answer had none
 * @param end           {@code answered}, or how it ended without an answer
 * @param reason        what exactly was wrong, for framing errors and faults; null otherwise
 * @param mediaId       of the material that was stored, answered or not; null if none was
 * @param upload        the media part; null if there was none
 * @param warnings      what was tolerated
 * @param refusal       the error answer; null if there was none with a rid
 */
public record JournalEntry(
        long sequence,
        Instant time,
        String client,
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        long contentLength,
        @Nullable String appId,
        int status,
        int errcode,
        String end,
        @Nullable String reason,
        @Nullable String mediaId,
        @Nullable UploadedMedia upload,
        List<String> warnings,
        @Nullable Refusal refusal) {

    /**
     * {@return its first value, null if it was not sent}
     *
     * @param name a header of the request, in any case
     */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }
}
