package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.internal.client.MaterialClient;

/** Deletes a material for good. Thread-safe. */
public final class DelMaterial {

    private final MaterialClient client;

    public DelMaterial(MaterialClient client) {
        this.client = client;
    }

    /** Hands the request on without waiting. */
    public Running start(String mediaId) {
        return Running.of(client.delMaterial(mediaId), deleted -> new Outcome.Unchanged());
    }
}
