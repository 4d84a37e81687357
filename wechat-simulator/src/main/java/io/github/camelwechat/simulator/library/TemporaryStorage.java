package io.github.camelwechat.simulator.library;

import java.io.IOException;
import java.util.List;

/** Keeps materials until the simulator ends: small ones in memory, others in a temporary folder that goes with it. */
final class TemporaryStorage implements Storage {

    @Override
    public List<Material> load() {
        return List.of();
    }

    @Override
    public Material keep(MaterialRecord record, Spool spool) throws IOException {
        return new Material(record, spool.keep());
    }

    @Override
    public void delete(Material material) throws IOException {
        material.content().delete();
    }
}
