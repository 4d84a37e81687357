package io.github.camelwechat.material.internal.observation;

import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.result.MaterialCount;

/** What this room is going to need. */
public class AllowedUse {

    WechatInterface called;
    MaterialCount count;
}
