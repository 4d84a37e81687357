package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The ids of the materials that a menu or an auto-reply is said to use. Guarded by {@link Permanent}. */
final class Marks {

    private final Records<String> records;
    private final Set<String> ids;

    Marks(Records<String> records) throws IOException {
        this.records = records;
        this.ids = new HashSet<>(records.load());
    }

    boolean has(String mediaId) {
        return ids.contains(mediaId);
    }

    void set(String mediaId, boolean marked) throws IOException {
        if (marked && ids.add(mediaId)) {
            records.keep(mediaId, mediaId);
        } else if (!marked && ids.remove(mediaId)) {
            records.delete(mediaId);
        }
    }
}
