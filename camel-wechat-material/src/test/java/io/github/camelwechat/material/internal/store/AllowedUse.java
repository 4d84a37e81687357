package io.github.camelwechat.material.internal.store;

import io.github.camelwechat.material.error.WechatMaterialException;

/** What this room is going to need. */
public class AllowedUse {

    WechatMaterialException failure;
}
