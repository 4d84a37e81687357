package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.internal.client.MaterialClient;

/** Asks how much is in the library. Thread-safe. */
public final class GetMaterialCount {

    private final MaterialClient client;

    public GetMaterialCount(MaterialClient client) {
        this.client = client;
    }

    /** Hands the request on without waiting. */
    public Running start() {
        return Running.of(client.getMaterialCount(), Outcome.Result::new);
    }
}
