package io.github.camelwechat.simulator.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One request and what became of it. Immutable. */
public final class JournalEntry {

    private final long sequence;
    private final Instant time;
    private final Head head;
    private final Outcome outcome;

    JournalEntry(long sequence, Instant time, Head head, Outcome outcome) {
        this.sequence = sequence;
        this.time = time;
        this.head = head;
        this.outcome = outcome;
    }

    /** {@return its number in the order of arrival, from 1} */
    public long sequence() {
        return sequence;
    }

    /** {@return when it arrived, by the simulated clock} */
    public Instant time() {
        return time;
    }

    /** {@return the way that it took: relayed by the side process of the cloud hosting, or as every client's} */
    public Channel channel() {
        return head.channel();
    }

    /** {@return the address that it came from} */
    public String client() {
        return head.client();
    }

    /** {@return {@code GET}, {@code POST} …} */
    public String method() {
        return head.method();
    }

    /** {@return the path without the query} */
    public String path() {
        return head.path();
    }

    /** {@return the query as sent, tokens and secrets included; null if there was none} */
    public @Nullable String query() {
        return head.query();
    }

    /** {@return the headers as sent, by name without regard to case} */
    public Map<String, List<String>> headers() {
        return head.headers();
    }

    /**
     * {@return its first value, null if it was not sent}
     *
     * @param name a header of the request, in any case
     */
    public @Nullable String header(String name) {
        return head.header(name);
    }

    /** {@return the value of the header Content-Length, -1 if there was none} */
    public long contentLength() {
        return head.contentLength();
    }

    /** {@return whose token or AppID it carried; null if unknown} */
    public @Nullable String appId() {
        return outcome.appId();
    }

    /** {@return the HTTP status of the answer; 0 if there was none} */
    public int status() {
        return outcome.status();
    }

    /** {@return the errcode of the answer; 0 for success and where the answer had none} */
    public int errcode() {
        return outcome.errcode();
    }

    /** {@return whether it was answered, and if not, how it ended} */
    public RequestEnd end() {
        return outcome.end();
    }

    /** {@return what exactly was wrong, for framing errors and faults; null otherwise} */
    public @Nullable String reason() {
        return outcome.reason();
    }

    /** {@return the id of the material that was stored, answered or not; null if none was} */
    public @Nullable String mediaId() {
        return outcome.mediaId();
    }

    /** {@return the media part; null if there was none} */
    public @Nullable UploadedMedia upload() {
        return outcome.upload();
    }

    /** {@return what was tolerated} */
    public List<String> warnings() {
        return outcome.warnings();
    }

    /** {@return the error answer; null if there was none with a rid} */
    public @Nullable Refusal refusal() {
        return outcome.refusal();
    }

    /** Without the query and the headers: tests print it, and tokens and secrets are in them. */
    @Override
    public String toString() {
        return "JournalEntry[" + sequence + " " + head + ", app " + appId() + ", " + end().wireName() + ", status "
               + status() + ", errcode " + errcode() + "]";
    }
}
