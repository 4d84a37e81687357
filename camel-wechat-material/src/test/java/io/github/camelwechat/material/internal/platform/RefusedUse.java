package io.github.camelwechat.material.internal.platform;

import io.github.camelwechat.material.internal.client.MaterialClient;

/** What this room must not use. */
public class RefusedUse {

    MaterialClient refused;
}
