package io.github.camelwechat.simulator.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.Body;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being served. What is known is noted as it becomes known; {@link #end} writes it into the journal.
 * Internal: not API.
 */
public final class OpenEntry {

    /** A journal full of large requests would be too much. */
    private static final int LONGEST_BODY = 4096;

    private final Journal journal;
    private final long sequence;
    private final Instant time;
    private final Head head;
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable String appId;
    private volatile @Nullable String reason;
    private volatile @Nullable String mediaId;
    private volatile @Nullable UploadedMedia upload;
    private volatile String requestBody = "";

    OpenEntry(Journal journal, long sequence, Instant time, Head head) {
        this.journal = journal;
        this.sequence = sequence;
        this.time = time;
        this.head = head;
    }

    /**
     * Notes whose call it is.
     *
     * @param value an AppID, null if unknown
     */
    public void appId(@Nullable String value) {
        appId = value;
    }

    /**
     * Notes what exactly is wrong.
     *
     * @param value a later one takes the place of an earlier one
     */
    public void reason(@Nullable String value) {
        reason = value;
    }

    /**
     * Notes that something was stored.
     *
     * @param value its {@code media_id}
     */
    public void stored(String value) {
        mediaId = value;
    }

    /**
     * Notes the media part.
     *
     * @param value whether it is accepted or not
     */
    public void upload(UploadedMedia value) {
        upload = value;
    }

    /**
     * To be called with what holds no secret. The journal keeps the beginning of it.
     *
     * @param value the text of the body
     */
    public void requestBody(String value) {
        requestBody = value.length() <= LONGEST_BODY ? value : value.substring(0, endOfCharacter(value, LONGEST_BODY));
    }

    /**
     * Notes what is tolerated.
     *
     * @param warning one more
     */
    public void warn(String warning) {
        warnings.add(warning);
    }

    /**
     * To be called before the answer is written: who has the answer finds the entry. Only the first call counts.
     *
     * @param answer the answer
     */
    public void answered(Answer answer) {
        end(answer.status(), answer.errcode(), RequestEnd.ANSWERED, refusal(answer));
    }

    /**
     * The request ends without an answer. Only the first end counts.
     *
     * @param how any but {@link RequestEnd#ANSWERED}
     */
    public void unanswered(RequestEnd how) {
        end(0, 0, how, null);
    }

    /** An answer with a rid is an error, and such a one is in memory. */
    private @Nullable Refusal refusal(Answer answer) {
        return answer.rid() != null && answer.body() instanceof Body.InMemory body
                ? new Refusal(
                        answer.rid(), requestBody, new String(body.bytes(), StandardCharsets.UTF_8),
                        journal.millisSince(time))
                : null;
    }

    String path() {
        return head.path();
    }

    /** Half of a character outside the BMP cannot be written as UTF-8. */
    private static int endOfCharacter(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index - 1)) ? index - 1 : index;
    }

    private void end(int status, int errcode, RequestEnd how, @Nullable Refusal refusal) {
        if (ended.compareAndSet(false, true)) {
            journal.end(new JournalEntry(
                    sequence, time, head,
                    new Outcome(appId, status, errcode, how, reason, mediaId, upload, List.copyOf(warnings), refusal)));
        }
    }
}
