package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of one kind of one account: permanent, temporary, or pictures for articles. Thread-safe. */
final class Shelf {

    private final Storage storage;
    private final Map<String, Material> byId = new LinkedHashMap<>();

    Shelf(Storage storage) throws IOException {
        this.storage = storage;
        storage.load().forEach(material -> byId.put(material.mediaId(), material));
    }

    synchronized List<Material> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized Optional<Material> find(String mediaId) {
        return Optional.ofNullable(byId.get(mediaId));
    }

    /** {@return the file that is served at that path} */
    synchronized Optional<Material> findByPath(String path) {
        return byId.values().stream().filter(material -> path.equals(material.downloadPath())).findFirst();
    }

    /** Stores for good; others can go on meanwhile. */
    Material put(MaterialRecord record, Spool spool) throws IOException {
        Material material = storage.keep(record, spool);
        synchronized (this) {
            byId.put(material.mediaId(), material);
        }
        return material;
    }

    /** Deletes for good: nobody sees that it is gone before it cannot come back. */
    synchronized void remove(Material material) throws IOException {
        storage.delete(material);
        byId.remove(material.mediaId());
    }

    synchronized void clear() throws IOException {
        for (Material material : all()) {
            remove(material);
        }
    }
}
