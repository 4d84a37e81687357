package io.github.camelwechat.simulator.library;

import java.util.EnumMap;
import java.util.Map;

/** How many materials there are of each kind, with those that are just being written. Guarded by {@link Permanent}. */
final class Room {

    private final Map<MaterialType, Integer> taken = new EnumMap<>(MaterialType.class);
    private Caps caps;

    Room(Caps caps) {
        this.caps = caps;
    }

    Caps caps() {
        return caps;
    }

    void caps(Caps changed) {
        caps = changed;
    }

    /** Takes what an earlier run has stored, whether it fits or not. */
    void occupy(MaterialType type, int number) {
        taken.merge(type.listedAs(), number, Integer::sum);
    }

    void take(MaterialType type) {
        int cap = caps.of(type);
        if (taken.getOrDefault(type.listedAs(), 0) >= cap) {
            throw new LibraryFullException(type, cap);
        }
        occupy(type, 1);
    }

    void give(MaterialType type) {
        occupy(type, -1);
    }
}
