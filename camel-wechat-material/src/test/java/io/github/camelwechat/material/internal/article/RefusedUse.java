package io.github.camelwechat.material.internal.article;

import io.github.camelwechat.material.internal.operation.Operation;

/** What this room must not use. */
public class RefusedUse {

    Operation refused;
}
