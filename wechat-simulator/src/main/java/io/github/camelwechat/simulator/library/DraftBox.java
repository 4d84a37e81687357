package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drafts of one account. What is changed is written before it can be answered. Thread-safe. */
public final class DraftBox {

    private static final Comparator<Draft> LATEST_FIRST
            = Comparator.comparing(Draft::updateTime).thenComparing(Draft::sequence).reversed();

    private final Records<DraftRecord> records;
    private final MediaIds ids;
    private final Clock clock;
    private final Map<String, Draft> byId = new HashMap<>();
    private long sequence;

    DraftBox(Records<DraftRecord> records, MediaIds ids, Clock clock) throws IOException {
        this.records = records;
        this.ids = ids;
        this.clock = clock;
        records.load().forEach(draft -> byId.put(draft.mediaId(), draft.toDraft()));
        sequence = byId.values().stream().mapToLong(Draft::sequence).max().orElse(0);
    }

    /** {@return the drafts, the one that was changed last first} */
    public synchronized List<Draft> all() {
        return byId.values().stream().sorted(LATEST_FIRST).toList();
    }

    /**
     * {@return the draft with that id, if there is one}
     *
     * @param mediaId any text
     */
    public synchronized Optional<Draft> find(String mediaId) {
        return Optional.ofNullable(byId.get(mediaId));
    }

    /**
     * {@return the new draft} Internal: not API.
     *
     * @param  articles    at least one
     * @throws IOException if the folder cannot be written to
     */
    public synchronized Draft add(List<DraftArticle> articles) throws IOException {
        return put(new Draft(++sequence, ids.mediaId(), articles, now()));
    }

    /**
     * Puts an article in the place of another. Internal: not API.
     *
     * @param  mediaId     any text
     * @param  index       of an article that the draft has
     * @param  article     the one to put there
     * @return             whether there is such a draft
     * @throws IOException if the folder cannot be written to
     */
    public synchronized boolean replace(String mediaId, int index, DraftArticle article) throws IOException {
        Draft draft = byId.get(mediaId);
        if (draft == null) {
            return false;
        }
        put(draft.with(index, article, ++sequence, now()));
        return true;
    }

    /**
     * {@return whether there was such a draft} Internal: not API.
     *
     * @param  mediaId     any text
     * @throws IOException if the folder cannot be written to
     */
    public synchronized boolean remove(String mediaId) throws IOException {
        if (!byId.containsKey(mediaId)) {
            return false;
        }
        records.delete(mediaId);
        byId.remove(mediaId);
        return true;
    }

    /**
     * Takes the draft out of the box: it is an article then. Internal: not API.
     *
     * @param  mediaId     any text
     * @return             the id of the job; empty if there is no such draft
     * @throws IOException if the folder cannot be written to
     */
    public synchronized Optional<String> publish(String mediaId) throws IOException {
        return remove(mediaId) ? Optional.of(ids.publishId()) : Optional.empty();
    }

    void clear() throws IOException {
        for (Draft draft : all()) {
            remove(draft.mediaId());
        }
    }

    private Draft put(Draft draft) throws IOException {
        records.keep(draft.mediaId(), DraftRecord.of(draft));
        byId.put(draft.mediaId(), draft);
        return draft;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
