package io.github.camelwechat.simulator.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request that is being served. What is known is noted as it becomes known; {@link #end} writes it into the journal.
 */
public final class OpenEntry {

    private final Journal journal;
    private final long sequence;
    private final Instant time;
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final long contentLength;
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile String appId;
    private volatile String reason;
    private volatile String mediaId;
    private volatile UploadedMedia upload;

    OpenEntry(Journal journal, long sequence, Instant time, Head head) {
        this.journal = journal;
        this.sequence = sequence;
        this.time = time;
        this.method = head.method();
        this.path = head.path();
        this.query = head.query();
        this.headers.putAll(head.headers());
        this.contentLength = head.contentLength();
    }

    public void appId(String value) {
        appId = value;
    }

    public void reason(String value) {
        reason = value;
    }

    public void stored(String value) {
        mediaId = value;
    }

    public void upload(UploadedMedia value) {
        upload = value;
    }

    public void warn(String warning) {
        warnings.add(warning);
    }

    /** To be called before the answer is written: who has the answer finds the entry. Only the first call counts. */
    public void answered(int status, int errcode) {
        end(status, errcode, "answered");
    }

    /** The request ends without an answer. Only the first end counts. */
    public void unanswered(String how) {
        end(0, 0, how);
    }

    String path() {
        return path;
    }

    private void end(int status, int errcode, String how) {
        if (ended.compareAndSet(false, true)) {
            journal.end(this, new JournalEntry(
                    sequence, time, method, path, query, Collections.unmodifiableMap(headers), contentLength, appId,
                    status, errcode, how, reason, mediaId, upload, List.copyOf(warnings)));
        }
    }
}
