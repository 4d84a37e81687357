package io.github.camelwechat.material.internal.ledger;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.result.AddMaterialResult;

/** What this room is going to need. */
public class AllowedUse {

    MaterialClient client;
    Media media;
    Call<AddMaterialResult> added;
}
