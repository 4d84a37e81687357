package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Temporary media of one account: each is there for three days of the simulated clock. Thread-safe. */
final class Temporaries {

    private static final Duration LIFETIME = Duration.ofDays(3);

    private final Shelf shelf;
    private final Clock clock;

    Temporaries(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** {@return those that have not expired, oldest first} */
    List<Material> all() {
        return shelf.all().stream().filter(this::lives)
                .sorted(Comparator.comparing(material -> material.record().sequence())).toList();
    }

    Optional<Material> find(String mediaId) {
        return shelf.find(mediaId).filter(this::lives);
    }

    Optional<Material> findByPath(String path) {
        return shelf.findByPath(path).filter(this::lives);
    }

    Material put(MaterialRecord record, Spool spool) throws IOException {
        for (Material old : shelf.all()) {
            if (!lives(old)) {
                shelf.remove(old);
            }
        }
        return shelf.put(record, spool);
    }

    void clear() throws IOException {
        shelf.clear();
    }

    private boolean lives(Material material) {
        return clock.instant().isBefore(material.updateTime().plus(LIFETIME));
    }
}
