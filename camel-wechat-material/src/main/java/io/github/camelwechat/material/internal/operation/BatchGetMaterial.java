package io.github.camelwechat.material.internal.operation;

import io.github.camelwechat.material.internal.client.MaterialClient;

/** Lists a part of the library. Thread-safe. */
public final class BatchGetMaterial {

    private final MaterialClient client;

    public BatchGetMaterial(MaterialClient client) {
        this.client = client;
    }

    /** Hands the request on without waiting. */
    public Running start(BatchGetMaterialRequest request) {
        return Running.of(client.batchGetMaterial(request.type(), request.offset(), request.count()), Outcome.Result::new);
    }
}
